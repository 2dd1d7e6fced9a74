import { type Shape, Text, unknownAmong, validate } from '../fields/index.js';
import { Refusal } from '../refusal.js';

/** The schema of a position as a parameter. */
export const A_POSITION = { type: 'string', pattern: '^(0|[1-9]\\d{0,15}|store:\\d{1,19}/\\d{1,19})$' } as const;

/** A day asked about, of any name. */
export const AS_OF = {
  max: 64,
  optional: true,
  description: 'The day asked about, YYYY-MM-DD; today (UTC) if left out.',
  schema: { type: 'string', format: 'date' },
  example: '2021-09-15',
} as const;

/** What was known, by any name. */
export const KNOWN_AT = {
  max: 64,
  optional: true,
  description: 'What was known: position:<n>, or an RFC 3339 instant; everything if left out.',
  schema: {
    anyOf: [
      { type: 'string', pattern: '^position:(0|[1-9]\\d*|store:\\d+/\\d+)$' },
      { type: 'string', format: 'date-time' },
    ],
  },
  example: 'position:31',
} as const;

export const MIN_POSITION = {
  max: 64,
  optional: true,
  description: 'Wait until the views have reached this position, as a command answered it.',
  schema: A_POSITION,
  example: '31',
} as const;

export const LIMIT = {
  max: 4,
  optional: true,
  description: 'How many items a page has at most; 100 if left out.',
  schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
  example: 2,
} as const;

export const CURSOR = {
  max: 4_096,
  optional: true,
  description: 'Where to go on: `next` of the page before. It comes alone or with the same parameters.',
  schema: { type: 'string' },
  example: 'eyJhZnRlciI6WyJsaW5rcyJdfQ',
} as const;

/** The parameters of every question about the past. */
export class CoordinateParameters {
  @Text(AS_OF) asOf?: string;
  @Text(KNOWN_AT) knownAt?: string;
  @Text(MIN_POSITION) minPosition?: string;
}

/** Those of every list, which comes in pages. */
export class PagedParameters extends CoordinateParameters {
  @Text(LIMIT) limit?: string;
  @Text(CURSOR) cursor?: string;
}

const COORDINATES = ['asOf', 'knownAt', 'minPosition', 'from.asOf', 'from.knownAt', 'to.asOf', 'to.knownAt', 'since'];

/** Query parameters of a declared shape. @throws {Refusal} invalid-coordinate if only those are wrong, invalid-parameter */
export function readParameters<P extends object>(shape: Shape<P>, query: object): P {
  const { value, errors } = validate(shape, query, '');
  if (value !== undefined) return value;
  const named = errors.map(({ pointer, detail }) => ({ parameter: pointer.slice(1), detail }));
  const isUnknown = unknownAmong(shape, query, '').length > 0;
  const code =
    !isUnknown && named.every(({ parameter }) => COORDINATES.includes(parameter))
      ? 'invalid-coordinate'
      : 'invalid-parameter';
  throw new Refusal(code, named.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; '), { errors });
}
