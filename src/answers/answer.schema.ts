import { list, named, nullable, object, only, optional, type Schema, text, whole } from '../schema.js';
import { day, instant, position, uuid } from '../values.schema.js';
import type { Compared, Coordinated } from './moment.js';

const KNOWN_AT = object<Coordinated['knownAt']>(
  {
    position: position('The answer takes in the log up to this position; 0 is before everything.'),
    recordedAt: nullable(instant('When that was recorded; null at position 0.')),
  },
  'What was known.',
);

const AS_OF = day('The day the answer is about.');
const RULES_VERSION = whole('The version of the rules; raised whenever the same record would be answered differently.');
const PROSPECTIVE = only(true, 'Stands where the day is later than that on which the last event was recorded.');

export const ERASED = list(
  uuid('A development.'),
  'Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do.',
);

/** What every answer says of its coordinates. */
export const COORDINATED: Schema<Coordinated> = object({
  asOf: AS_OF,
  knownAt: named('KnownAt', KNOWN_AT),
  rules: RULES_VERSION,
  prospective: optional(PROSPECTIVE),
  erased: optional(ERASED),
});

const POINT = named(
  'Point',
  object<Compared['from']>(
    { asOf: AS_OF, knownAt: named('KnownAt', KNOWN_AT), prospective: optional(PROSPECTIVE), erased: optional(ERASED) },
    'A day, as known at a position.',
  ),
);

/** What every answer about two points says of them. */
export const COMPARED: Schema<Compared> = object({ from: POINT, to: POINT, rules: RULES_VERSION });

/** Where a list goes on. */
export const NEXT: Schema<string | null> = nullable(
  text('The cursor of the next page, to be sent alone or with the same parameters; null on the last page.'),
);
