import type { Day } from './day.js';
import { dayFrom, lengthOfMonth, MAX_DAY, MIN_DAY, parseDay } from './day.js';

/** The days between which something happened, on exactly one of them; both ends belong to it. */
export interface DateRange {
  readonly earliest: Day;
  readonly latest: Day;
}

type Bounds = readonly [low: number, high: number];

const DATE = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?[~?%]?$/;
const KNOWN_AFTER_UNKNOWN = /X-?\d/;
const SET = /^\[(\d{4}(?:-[01]\d(?:-\d\d)?)?)?\.\.(\d{4}(?:-[01]\d(?:-\d\d)?)?)?\]$/;

/** Months of the quarters and semesters that stand in a month's place. */
const PERIODS: Readonly<Record<string, Bounds>> = {
  33: [1, 3],
  34: [4, 6],
  35: [7, 9],
  36: [10, 12],
  40: [1, 6],
  41: [7, 12],
};

/** The range of an accepted form of EDTF, or undefined for any other text; edtf-refusal.ts says why. */
export function readRange(text: string): DateRange | undefined {
  if (text.startsWith('[')) return readSet(text);
  // By far the commonest form, and the cheapest to read.
  const day = text.length === 10 ? parseDay(text) : undefined;
  return day === undefined ? readDate(text) : { earliest: day, latest: day };
}

function readDate(text: string): DateRange | undefined {
  const parts = DATE.exec(text);
  if (parts === null || KNOWN_AFTER_UNKNOWN.test(text)) return undefined;
  const [, yearDigits, monthDigits, dayDigits] = parts;
  const year = bounds(yearDigits, 1, 9999);
  const period = dayDigits === undefined && monthDigits !== undefined ? PERIODS[monthDigits] : undefined;
  const month = period ?? bounds(monthDigits, 1, 12);
  if (year === undefined || month === undefined) return undefined;
  const [firstYear, lastYear] = year;
  const [firstMonth, lastMonth] = month;
  const dayOfFirst = bounds(dayDigits, 1, lengthOfMonth(firstYear, firstMonth));
  const dayOfLast = bounds(dayDigits, 1, lengthOfMonth(lastYear, lastMonth));
  if (dayOfFirst === undefined || dayOfLast === undefined) return undefined;
  return {
    earliest: dayFrom(firstYear, firstMonth, dayOfFirst[0]),
    latest: dayFrom(lastYear, lastMonth, dayOfLast[1]),
  };
}

function readSet(text: string): DateRange | undefined {
  const [, from, to] = SET.exec(text) ?? [];
  if (from === undefined && to === undefined) return undefined;
  if (from !== undefined && to !== undefined && from.length !== to.length) return undefined;
  const earliest = from === undefined ? MIN_DAY : readDate(from)?.earliest;
  const latest = to === undefined ? MAX_DAY : readDate(to)?.latest;
  return earliest === undefined || latest === undefined || earliest > latest ? undefined : { earliest, latest };
}

/** The least and greatest number from `min` to `max` that the digits can stand for, each X being any digit. */
function bounds(digits: string | undefined, min: number, max: number): Bounds | undefined {
  if (digits === undefined) return [min, max];
  const low = Math.max(min, Number(digits.replaceAll('X', '0')));
  const high = Math.min(max, Number(digits.replaceAll('X', '9')));
  return low <= high ? [low, high] : undefined;
}
