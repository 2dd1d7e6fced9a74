import { isIn } from 'class-validator';
import { nearest } from '../nearest.js';
import type { FieldError } from '../refusal.js';
import type { FieldOptions } from './declare.js';
import { declareField } from './declare.js';
import type { Leaf } from './field.js';
import { NO_PROBLEMS } from './field.js';
import { isNot, isObject } from './problems.js';

/** One of a few words. */
export function OneOf(words: readonly string[], options?: FieldOptions): PropertyDecorator {
  const expected = words.length === 1 ? `"${words[0]}"` : `one of ${words.join(', ')}`;
  return declareField(
    {
      form: 'leaf',
      expected,
      schema: { type: 'string', enum: words },
      problems: (value) => (isIn(value, words) ? NO_PROBLEMS : isNoneOf(words, expected, value)),
    },
    options,
  );
}

function isNoneOf(words: readonly string[], expected: string, value: unknown): readonly FieldError[] {
  const [near] = typeof value === 'string' ? nearest(value, words) : [];
  const problems = isNot(expected, value);
  return near === undefined
    ? problems
    : problems.map((each) => ({ ...each, detail: `${each.detail}; perhaps ${near}` }));
}

/** Only ever `true`: what isn't so is left out, so that there are no two ways to say it. */
export function Flag(options?: FieldOptions): PropertyDecorator {
  const expected = 'true, or left out';
  return declareField(
    {
      form: 'leaf',
      expected,
      schema: { const: true },
      problems: (value) => (value === true ? NO_PROBLEMS : isNot(expected, value)),
    },
    { optional: true, ...options },
  );
}

/** How many: a whole number, 0 or more. */
export function Count(options?: FieldOptions): PropertyDecorator {
  const expected = 'a whole number, 0 or more';
  return declareField(
    {
      form: 'leaf',
      expected,
      schema: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
      problems: (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? NO_PROBLEMS : isNot(expected, value)),
    },
    options,
  );
}

const anyObject: Leaf = {
  form: 'leaf',
  expected: 'an object',
  schema: { type: 'object' },
  problems: (value) => (isObject(value) ? NO_PROBLEMS : isNot(anyObject.expected, value)),
};

/** A JSON object whose fields are checked elsewhere, since what they are depends on something else. */
export const AnyObject = (options?: FieldOptions): PropertyDecorator => declareField(anyObject, options);

/** Some of them. */
export const AnyObjects = (
  { min, max }: { readonly min: number; readonly max: number },
  options?: FieldOptions,
): PropertyDecorator => declareField({ form: 'list', items: anyObject, min, max, unique: false }, options);
