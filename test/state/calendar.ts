import fc from 'fast-check';
import { type Day, formatDay, parseDay } from '../../src/time/day.js';

/** A calendar of eight days gives many ties and overlaps. */
const FIRST = parseDay('2021-09-01') as Day;
export const LENGTH = 8;

/** The day so many days into the calendar. */
export const dayAt = (index: number): Day => FIRST + index;

const day = (index: number): string => formatDay(dayAt(index));

const exactDate = fc
  .tuple(fc.nat(LENGTH - 1), fc.constantFrom('', '', '', '~', '?'))
  .map(([index, mark]) => day(index) + mark);

const setOfDays = fc.tuple(fc.nat(LENGTH - 2), fc.integer({ min: 1, max: 3 })).map(([first, more]) => {
  return `[${day(first)}..${day(Math.min(first + more, LENGTH - 1))}]`;
});

/** Closed on the day of record, which is the calendar's last. */
const openEnd = fc.integer({ min: LENGTH - 4, max: LENGTH - 1 }).map((first) => `[${day(first)}..]`);

export interface Dates {
  readonly when: fc.Arbitrary<string>;
  /** A date in the details: an open late end would run to the end of the calendar of the world. */
  readonly own: fc.Arbitrary<string>;
  readonly wide: fc.Arbitrary<boolean>;
}

export const MIXED: Dates = {
  when: fc.oneof(
    { weight: 8, arbitrary: exactDate },
    { weight: 7, arbitrary: setOfDays },
    { weight: 1, arbitrary: openEnd },
  ),
  own: fc.oneof(exactDate, setOfDays),
  wide: fc.boolean(),
};
export const EXACT: Dates = { when: exactDate, own: exactDate, wide: fc.constant(false) };
