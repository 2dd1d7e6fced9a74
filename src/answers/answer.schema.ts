import { named, nullable, object, only, optional, type Schema, text, whole } from '../schema.js';
import { day, instant, position } from '../values.schema.js';
import type { Coordinated } from './moment.js';

const KNOWN_AT = object<Coordinated['knownAt']>(
  {
    position: position('The answer takes in the log up to this position; 0 is before everything.'),
    recordedAt: nullable(instant('When that was recorded; null at position 0.')),
  },
  'What was known.',
);

/** What every answer says of its coordinates. */
export const COORDINATED: Schema<Coordinated> = object({
  asOf: day('The day the answer is about.'),
  knownAt: named('KnownAt', KNOWN_AT),
  rules: whole('The version of the rules; raised whenever the same record would be answered differently.'),
  prospective: optional(only(true, 'Stands where the day is later than that on which the last event was recorded.')),
});

/** Where a list goes on. */
export const NEXT: Schema<string | null> = nullable(
  text('The cursor of the next page, to be sent alone or with the same parameters; null on the last page.'),
);
