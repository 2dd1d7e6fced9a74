import { dayFrom, formatDay, MAX_DAY } from './day.js';
import { write } from './edtf-proposal.js';

/** What a group of a pattern matched, if it took part. */
type Group = string | undefined;

/** A way to write a date that is not accepted: what it is called, and the same date as it should be written. */
interface Notation {
  readonly pattern: RegExp;
  readonly is: string;
  readonly rewrite?: (...groups: Group[]) => string | undefined;
  readonly example: string;
}

const YEARS = 'years have four digits, 0001 to 9999';

/** In order: a text is the first notation it matches. */
const NOTATIONS: readonly Notation[] = [
  {
    pattern: /^(\d{4})-?(\d\d)-?(\d\d)(?:[Tt ]\s*\d[^/]*|Z|[+-]\d\d:?\d\d)$/,
    is: 'has a time of day or a zone, and a date here is a whole day',
    rewrite: (year, month, day) => `${year}-${month}-${day}`,
    example: '2021-09-09',
  },
  {
    pattern: /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?([~?%]?)$/,
    is: 'is not written with hyphens, two digits for the month and two for the day',
    rewrite: (year, month, day, qualifier) =>
      [year, month, day].flatMap((part) => part?.padStart(2, '0') ?? []).join('-') + qualifier,
    example: '2021-09-09',
  },
  {
    pattern: /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/,
    is: 'does not begin with the year, and which part is the month cannot be told',
    example: '2021-09-09',
  },
  { pattern: /^(\d{4})-?W(\d\d)$/i, is: 'is a week', rewrite: week, example: '[2021-09-06..2021-09-12]' },
  { pattern: /^(\d{4})-?W(\d\d)-?([1-7])$/i, is: 'is a week date', rewrite: dayOfWeek, example: '2021-09-09' },
  {
    pattern: /^(\d{4})(?:-(\d{3})|([0-3]\d\d))$/,
    is: 'is an ordinal date',
    rewrite: (year, hyphened, joined) => dayOfYear(Number(year), Number(hyphened ?? joined)),
    example: '2021-09-09',
  },
  {
    pattern: /^(\d{4})(0\d|1[0-9])([0-3]\d)?$/,
    is: 'is in the basic format, without hyphens',
    rewrite: (year, month, day) => (day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`),
    example: '2021-09-09',
  },
  {
    pattern: /^Y?-?(\d+)(?:E\d+)?S(\d+)$/i,
    is: 'gives a year with significant digits',
    rewrite: (digits = '', significant) => digits.slice(0, Number(significant)).padEnd(digits.length, 'X'),
    example: '19XX',
  },
  { pattern: /^Y?-?\d+E\d+$/i, is: `is a year with an exponent, and ${YEARS}`, example: '2021' },
  { pattern: /^Y?[-−]\d/i, is: `is a negative year, and ${YEARS}`, example: '2021' },
  {
    pattern: /^[+Y](\d{4}(?!\d).*)$/i,
    is: `has a sign or letter before the year, and ${YEARS}`,
    rewrite: (date) => date,
    example: '2021',
  },
  { pattern: /^[+Y]?-?\d{5,}(?:\D|$)/i, is: `is a long year, and ${YEARS}`, example: '2021' },
  {
    pattern: /^(\d{2,3})$/,
    is: `is a century or decade cut short, and ${YEARS}`,
    rewrite: (digits) => digits?.padEnd(4, 'X'),
    example: '20XX',
  },
];

/** Which refused notation of a date a text is, and how to write it; undefined if none is recognised. */
export function whyNotThisNotation(text: string): string | undefined {
  for (const { pattern, is, rewrite, example } of NOTATIONS) {
    const [matched, ...groups] = pattern.exec(text) ?? [];
    if (matched !== undefined) return `${is}: ${write(rewrite?.(...groups), example)}`;
  }
  return undefined;
}

function week(year: Group, number: Group): string | undefined {
  const monday = mondayOfWeek(Number(year), Number(number));
  return monday === undefined ? undefined : `[${formatDay(monday)}..${formatDay(Math.min(monday + 6, MAX_DAY))}]`;
}

function dayOfWeek(year: Group, number: Group, weekday: Group): string | undefined {
  const monday = mondayOfWeek(Number(year), Number(number));
  const day = monday === undefined ? undefined : monday + Number(weekday) - 1;
  return day === undefined || day > MAX_DAY ? undefined : formatDay(day);
}

/** ISO 8601: weeks begin on Monday, and the first of a year is the one with 4 January in it. */
function mondayOfWeek(year: number, number: number): number | undefined {
  if (year < 1 || number < 1) return undefined;
  const fourthOfJanuary = dayFrom(year, 1, 4);
  const daysSinceMonday = (((fourthOfJanuary + 3) % 7) + 7) % 7;
  const monday = fourthOfJanuary - daysSinceMonday + (number - 1) * 7;
  const thursday = monday + 3;
  return thursday < dayFrom(year + 1, 1, 1) ? monday : undefined;
}

function dayOfYear(year: number, number: number): string | undefined {
  if (year < 1 || number < 1) return undefined;
  const day = dayFrom(year, 1, 1) + number - 1;
  return day < dayFrom(year + 1, 1, 1) ? formatDay(day) : undefined;
}
