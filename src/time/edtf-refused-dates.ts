import { lengthOfMonth } from './day.js';
import { write } from './edtf-proposal.js';
import { readRange } from './edtf-reader.js';

const SHAPE = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?[~?%]?$/;

/** ISO 8601-2 seasons: without a hemisphere, northern, southern. Read as northern where it says nothing. */
const FIRST_MONTH_OF_SEASON: Readonly<Record<string, number>> = {
  21: 3,
  22: 6,
  23: 9,
  24: 12,
  25: 3,
  26: 6,
  27: 9,
  28: 12,
  29: 9,
  30: 12,
  31: 3,
  32: 6,
};
const FIRST_MONTH_OF_THIRD: Readonly<Record<string, number>> = { 37: 1, 38: 5, 39: 9 };

/** Why a text with the shape of a year, month or day is refused; undefined if it hasn't that shape or is accepted. */
export function whyNotADate(text: string): string | undefined {
  const [, year, month, day] = SHAPE.exec(text) ?? [];
  if (year === undefined || readRange(text) !== undefined) return undefined;
  if (/X-?\d/.test(text)) {
    const onlyUnknownAfter = text.replace(/X.*$/, (tail) => tail.replace(/\d/g, 'X'));
    return `has a digit after an X, and X may only stand at the end: ${write(onlyUnknownAfter, '2021-XX')}`;
  }
  if (year === '0000') return 'is in the year 0000, and years go from 0001 to 9999: write "0001" or later';
  if (month !== undefined && day === undefined) {
    const season = FIRST_MONTH_OF_SEASON[month];
    if (season !== undefined) return `is a season, which has no exact bounds: ${months(year, season, 3)}`;
    const third = FIRST_MONTH_OF_THIRD[month];
    if (third !== undefined) return `is a third of a year (a quadrimester): ${months(year, third, 4)}`;
  }
  if (month === undefined || readRange(`${year}-${month}`) === undefined || Number(month) > 12) {
    const codes = 'months are 01 to 12, quarters 33 to 36 and semesters 40 and 41, these without a day';
    const known = readRange(`${year}-${month}`) === undefined ? year : `${year}-${month}`;
    return `names a month that does not exist (${codes}): ${write(known, '2021')}, or the right month`;
  }
  const length = lengthOfMonth(Number(year), Number(month));
  const known = write(`${year}-${month}`, '2021-09');
  return `names a day that does not exist, as ${year}-${month} has ${length} days: ${known}, or the right day`;
}

function months(year: string, first: number, count: number): string {
  const last = first + count - 1;
  const from = `${year}-${twoDigits(first)}`;
  const to =
    last > 12 ? `${String(Number(year) + 1).padStart(4, '0')}-${twoDigits(last - 12)}` : `${year}-${twoDigits(last)}`;
  return `${write(`[${from}..${to}]`, `[${from}..${year}-12]`)}, or the months that are meant`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
