import type { JsonObject } from '../event-store/canonical.js';
import type { FieldOptions } from './declare.js';
import { declareField } from './declare.js';
import type { Leaf, Names } from './field.js';
import { NO_PROBLEMS } from './field.js';
import { isNot } from './problems.js';

const SHA256 = /^[0-9a-f]{64}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;

/** A text of one pattern; the pattern must bound its length. */
export function matching(pattern: RegExp, expected: string, more: { names?: Names; schema?: JsonObject } = {}): Leaf {
  return {
    form: 'leaf',
    expected,
    schema: { type: 'string', pattern: pattern.source, ...more.schema },
    problems: (value) => (typeof value === 'string' && pattern.test(value) ? NO_PROBLEMS : isNot(expected, value)),
    ...(more.names && { names: more.names }),
  };
}

export const language = matching(LANGUAGE, 'a language tag such as "en" or "zh-Hans"', { schema: { maxLength: 35 } });

/** A BCP 47 language tag. */
export const Language = (options?: FieldOptions): PropertyDecorator => declareField(language, options);

/** A SHA-256 in lowercase hex. */
export const Sha256 = (options?: FieldOptions): PropertyDecorator =>
  declareField(matching(SHA256, 'a SHA-256 as 64 lowercase hex digits'), options);

/** The id of a development: a reference to it. */
export const DevelopmentId = (options?: FieldOptions): PropertyDecorator => declareField(developmentId, options);

const developmentId = matching(UUID, 'the id of a development, a UUID in lowercase', {
  names: { what: 'development' },
  schema: { format: 'uuid' },
});
