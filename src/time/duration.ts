import { MAX_DAY, MIN_DAY } from './day.js';

/** The text is refused; the message says what is wrong and what to write instead. */
export class DurationError extends Error {
  override readonly name = 'DurationError';
}

/** No two days are further apart. */
const LONGEST = MAX_DAY - MIN_DAY;

const WHOLE = /^P(\d+)([DW])$/;
const MIXED = /^P(\d{1,6})W(\d{1,6})D$/;

/** Whole days (`P2D`) or weeks (`P3W`) as a number of days. @throws {DurationError} for any other text */
export function parseDuration(text: string): number {
  const [, digits = '', unit] = WHOLE.exec(text) ?? [];
  const days = Number(digits) * (unit === 'W' ? 7 : 1);
  if (unit !== undefined && days <= LONGEST) return days;
  throw new DurationError(`${JSON.stringify(text)} ${whyRefused(text)}`);
}

function whyRefused(text: string): string {
  if (WHOLE.test(text)) return 'is longer than the calendar: leave it out where there is no bound';
  if (/^[-+]/.test(text)) return 'has a sign: let the development that comes later be timed after the earlier one';
  if (/^P.*T/.test(text)) return 'is not of whole days: write days or weeks such as "P2D" or "P3W"';
  if (/^P.*[YM]/.test(text)) return 'differs in length, as months and years do: write days or weeks such as "P30D"';
  const [, weeks, days] = MIXED.exec(text) ?? [];
  if (weeks !== undefined) return `is of weeks and days: write "${formatDuration(Number(weeks) * 7 + Number(days))}"`;
  return 'is not a number of whole days or weeks: write it as "P2D" or "P3W"';
}

/** A number of days as it is recorded: `P9D`. */
export const formatDuration = (days: number): string => `P${days}D`;

/** A number of days in words: `1 day`, `9 days`. */
export const daysInWords = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;
