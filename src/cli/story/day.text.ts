import { dayFrom, formatDay, lengthOfMonth, MAX_DAY, MIN_DAY } from '../../time/day.js';
import { type DateRange, EdtfError, parseEdtf } from '../../time/edtf.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const APPROXIMATE = /[~%]$/;
const UNCERTAIN = /[?%]$/;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `9 September 2021` */
export const dayText = (day: number): string => inWords(partsOf(day));

/**
 * When something happened, to stand at the beginning of a sentence or after "dated": `around October 2014 (uncertain)`.
 * What can't be read, as by a program older than the service, stays as it is.
 */
export function whenText(when: string): string {
  try {
    const range = rangeText(parseEdtf(when));
    const about = APPROXIMATE.test(when) ? `around ${range}` : range;
    return UNCERTAIN.test(when) ? `${about} (uncertain)` : about;
  } catch (error) {
    if (error instanceof EdtfError) return when;
    throw error;
  }
}

/** One unknown day of a range: `between 9 and 28 September 2021`, `by the end of 2023`, `June or July 2020`. */
export function rangeText({ earliest, latest }: DateRange): string {
  if (earliest === latest) return dayText(earliest);
  const [first, last] = [partsOf(earliest), partsOf(latest)];
  if (earliest === MIN_DAY) return latest === MAX_DAY ? 'at any time' : `by ${endText(last)}`;
  if (latest === MAX_DAY) return `${inWords(first)} or later`;
  if (first.day === 1 && isMonthsEnd(last)) return wholeMonthsText(first, last);
  if (first.year !== last.year) return `between ${inWords(first)} and ${inWords(last)}`;
  if (first.month !== last.month) return `between ${first.day} ${monthOf(first)} and ${inWords(last)}`;
  return latest === earliest + 1 ? `${first.day} or ${inWords(last)}` : `between ${first.day} and ${inWords(last)}`;
}

function wholeMonthsText(first: Parts, last: Parts): string {
  const isWholeYears = first.month === 1 && last.month === 12;
  if (first.year === last.year) {
    if (isWholeYears) return String(first.year);
    if (first.month === last.month) return `${monthOf(first)} ${first.year}`;
    return last.month === first.month + 1
      ? `${monthOf(first)} or ${monthOf(last)} ${last.year}`
      : `between ${monthOf(first)} and ${monthOf(last)} ${last.year}`;
  }
  if (!isWholeYears) return `between ${monthOf(first)} ${first.year} and ${monthOf(last)} ${last.year}`;
  return last.year === first.year + 1 ? `${first.year} or ${last.year}` : `between ${first.year} and ${last.year}`;
}

function endText(last: Parts): string {
  if (!isMonthsEnd(last)) return inWords(last);
  return last.month === 12 ? `the end of ${last.year}` : `the end of ${monthOf(last)} ${last.year}`;
}

const isMonthsEnd = ({ year, month, day }: Parts): boolean => day === lengthOfMonth(year, month);
const monthOf = ({ month }: Parts): string => MONTHS[month - 1] as string;
const inWords = (parts: Parts): string => `${parts.day} ${monthOf(parts)} ${parts.year}`;

function partsOf(day: number): Parts {
  const [year, month, dayOfMonth] = formatDay(day).split('-').map(Number) as [number, number, number];
  return { year, month, day: dayOfMonth };
}

/** The day of a text such as 2021-09-09, in words. */
export function dayNamed(text: string): string {
  const [year = 1, month = 1, day = 1] = text.split('-').map(Number);
  return dayText(dayFrom(year, month, day));
}
