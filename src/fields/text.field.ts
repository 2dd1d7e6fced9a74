import type { JsonObject } from '../event-store/canonical.js';
import type { FieldOptions } from './declare.js';
import { declareField } from './declare.js';
import type { Leaf } from './field.js';
import { NO_PROBLEMS } from './field.js';
import { language } from './matching.field.js';
import { beneath, step } from './pointer.js';
import { isNot, isObject, problem } from './problems.js';

const MAX_TEXTS = 50;
const MAX_LANGUAGES = 100;

interface TextOptions extends FieldOptions {
  /** In Unicode code points, as JSON Schema counts. */
  readonly max: number;
  /** What its JSON Schema says, where whoever reads the text asks for more than a text. */
  readonly schema?: JsonObject;
}

export function text(max: number): Leaf {
  const expected = `a text of at most ${max} characters that isn't blank`;
  return {
    form: 'leaf',
    expected,
    freeText: true,
    schema: { type: 'string', minLength: 1, maxLength: max, pattern: '\\S' },
    problems: (value) => {
      if (typeof value !== 'string' || value.trim() === '') return isNot(expected, value);
      if (value.length <= max) return NO_PROBLEMS;
      const { length } = [...value];
      return length <= max ? NO_PROBLEMS : problem(`should be ${expected}; it has ${length}`);
    },
  };
}

/** A text that isn't blank, kept as it is written. */
export const Text = ({ max, schema, ...options }: TextOptions): PropertyDecorator =>
  declareField({ ...text(max), ...(schema && { schema }) }, options);

/** Texts, each once. */
export const Texts = ({
  max,
  minItems = 1,
  maxItems = MAX_TEXTS,
  ...options
}: TextOptions & { readonly minItems?: number; readonly maxItems?: number }): PropertyDecorator =>
  declareField({ form: 'list', items: text(max), min: minItems, max: maxItems, unique: true }, options);

/** Language tags, each with a text in that language. */
export const LangMap = ({ max, ...options }: TextOptions): PropertyDecorator =>
  declareField(textByLanguage(text(max)), options);

function textByLanguage(inner: Leaf): Leaf {
  const expected = `an object from language tags to texts, such as { "en": "…", "zh-Hans": "…" }, of at most ${MAX_LANGUAGES}`;
  return {
    form: 'leaf',
    expected,
    schema: {
      type: 'object',
      propertyNames: { pattern: language.schema.pattern ?? '', maxLength: language.schema.maxLength ?? 0 },
      additionalProperties: inner.schema,
      minProperties: 1,
      maxProperties: MAX_LANGUAGES,
    },
    problems: (value) => {
      if (!isObject(value)) return isNot(expected, value);
      const entries = Object.entries(value);
      if (entries.length === 0 || entries.length > MAX_LANGUAGES) {
        return problem(`should be ${expected}; there are ${entries.length}`);
      }
      return entries.flatMap(([tag, each]) =>
        beneath(step(tag), [
          ...language.problems(tag),
          ...(each === null ? isNot(inner.expected, each) : inner.problems(each)),
        ]),
      );
    },
  };
}
