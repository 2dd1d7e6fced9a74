import type { FieldError } from '../refusal.js';
import type { Field, FieldType, List, Shape } from './field.js';
import { declarationOf, expectedOf, NO_PROBLEMS } from './field.js';
import { beneath, step } from './pointer.js';
import { shown } from './shown.js';
import { unknownFields } from './unknown-fields.js';

type Members = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const problem = (detail: string): readonly FieldError[] => [{ pointer: '', detail }];

export const isNot = (expected: string, value: unknown): readonly FieldError[] =>
  problem(`should be ${expected}, not ${shown(value)}${value === null ? '; leave it out where there is nothing' : ''}`);

/** What is wrong with a value, with pointers relative to it. */
function problemsOf(type: FieldType, value: unknown): readonly FieldError[] {
  switch (type.form) {
    case 'leaf':
      return value === null ? isNot(type.expected, value) : type.problems(value);
    case 'list':
      return problemsOfList(type, value);
    case 'nested':
      return problemsOfObject(type.shape(), value, type.expected);
  }
}

/** What is wrong with the value of a field, undefined where the object doesn't have it. */
export function problemsOfField({ type, optional }: Field, value: unknown): readonly FieldError[] {
  if (value !== undefined) return problemsOf(type, value);
  return optional ? NO_PROBLEMS : problem(`is missing: it should be ${expectedOf(type)}`);
}

/** What is wrong with an object as a whole: unknown fields, each field, then the rules about several of them. */
export function problemsOfObject(shape: Shape, value: unknown, expected = 'an object'): readonly FieldError[] {
  if (!isObject(value)) return isNot(expected, value);
  const { fields, named, rules } = declarationOf(shape);
  const errors = [...unknownFields(value, named)];
  for (const field of fields) {
    const found = problemsOfField(field, value[field.name]);
    if (found.length > 0) errors.push(...beneath(step(field.name), found));
  }
  if (errors.length > 0) return errors;
  return rules.length === 0 ? NO_PROBLEMS : rules.flatMap((rule) => rule.problems(value));
}

function problemsOfList(type: List, value: unknown): readonly FieldError[] {
  if (!Array.isArray(value)) return isNot(expectedOf(type), value);
  if (value.length < type.min || value.length > type.max) {
    return problem(`should be ${expectedOf(type)}; there are ${value.length}`);
  }
  const errors: FieldError[] = [];
  value.forEach((item, index) => {
    const found = problemsOf(type.items, item);
    if (found.length > 0) errors.push(...beneath(step(index), found));
  });
  if (type.unique && new Set(value).size < value.length) errors.push(...repetitions(value));
  return errors.length === 0 ? NO_PROBLEMS : errors;
}

const repetitions = (items: readonly unknown[]): readonly FieldError[] =>
  items.flatMap((item, index) => {
    const first = items.indexOf(item);
    return first === index ? [] : [{ pointer: step(index), detail: `repeats item ${first}: name each once` }];
  });
