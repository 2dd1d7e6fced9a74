import { endsBeforeItBegins } from '../../answers/ends-before-it-begins.js';
import { PagedParameters, readParameters } from '../../answers/parameters.js';
import { Day } from '../../fields/index.js';
import { type Coordinates, parseCoordinates } from '../../time/coordinates.js';
import { MAX_DAY, MIN_DAY, parseDay } from '../../time/day.js';
import type { Days } from './valid-span.js';

export class SpanParameters extends PagedParameters {
  @Day({
    optional: true,
    description: 'First day that is told of; 0001-01-01 if left out.',
    example: '2021-09-01',
  })
  from?: string;

  @Day({
    optional: true,
    description: 'Last day that is told of; 9999-12-31 if left out. The same as `from` asks about that day alone.',
    example: '2021-09-30',
  })
  to?: string;
}

/** @throws {Refusal} invalid-coordinate, invalid-parameter */
export function readSpanParameters(query: object): { readonly days: Days; readonly coordinates: Coordinates } {
  const { from = '', to = '', asOf, knownAt, minPosition } = readParameters(SpanParameters, query);
  const days = { from: parseDay(from) ?? MIN_DAY, to: parseDay(to) ?? MAX_DAY };
  if (days.from > days.to) throw endsBeforeItBegins(from, to);
  return { days, coordinates: parseCoordinates({ asOf, knownAt, minPosition }) };
}
