import type { Day } from './day.js';
import { formatDay, MAX_DAY } from './day.js';
import type { DateRange } from './edtf-reader.js';
import { readRange } from './edtf-reader.js';
import { whyRefused } from './edtf-refusal.js';

export type { DateRange };

/** A date that is not in the accepted part of EDTF; the message says what it is and what to write instead. */
export class EdtfError extends Error {
  override readonly name = 'EdtfError';
}

/** The days a date denotes. An open end is the first or last day of the calendar. Throws an EdtfError. */
export function parseEdtf(text: string): DateRange {
  const range = readRange(text);
  if (range === undefined) throw new EdtfError(whyRefused(text));
  return range;
}

/**
 * The text as it is stored. A set with an open late end, `[a..]`, is closed on the day it is recorded, since what has
 * been recorded as happened has happened by then; unless the date is one that may be `expected` (the details'
 * `effective`, `inForce` and `from`), or only begins later: then it runs to 9999-12-31. Any other text comes back
 * unchanged and unchecked. Throws an EdtfError if a text that ends as an open set is not an accepted one.
 */
export function closeOpenEnd(text: string, recordDay: Day, expected: boolean): string {
  if (!text.endsWith('..]')) return text;
  const { earliest } = parseEdtf(text);
  const latest = expected || earliest > recordDay ? MAX_DAY : recordDay;
  return `[${formatDay(earliest)}..${formatDay(latest)}]`;
}
