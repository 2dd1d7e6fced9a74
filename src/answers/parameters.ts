import { type Shape, Text, validate } from '../fields/index.js';
import { Refusal } from '../refusal.js';

/** The parameters of every question about the past. */
export class CoordinateParameters {
  @Text({ max: 64, optional: true, description: 'The day asked about, YYYY-MM-DD; today (UTC) if left out.' })
  asOf?: string;

  @Text({
    max: 64,
    optional: true,
    description: 'What was known: position:<n>, or an RFC 3339 instant; everything if left out.',
  })
  knownAt?: string;

  @Text({ max: 64, optional: true, description: 'Wait until the views have reached this position.' })
  minPosition?: string;
}

const COORDINATES = ['asOf', 'knownAt', 'minPosition'];

/** Query parameters of a declared shape. @throws {Refusal} invalid-coordinate if only those are wrong, invalid-parameter */
export function readParameters<P extends object>(shape: Shape<P>, query: object): P {
  const { value, errors } = validate(shape, query, '');
  if (value !== undefined) return value;
  const named = errors.map(({ pointer, detail }) => ({ parameter: pointer.slice(1), detail }));
  const code = named.every(({ parameter }) => COORDINATES.includes(parameter))
    ? 'invalid-coordinate'
    : 'invalid-parameter';
  throw new Refusal(code, named.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; '), { errors });
}
