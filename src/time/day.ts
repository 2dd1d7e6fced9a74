/** A calendar day as a whole number of days since 1970-01-01, negative before it. It has no time zone. */
export type Day = number;

/** 0001-01-01. */
export const MIN_DAY: Day = dayFrom(1, 1, 1);
/** 9999-12-31. */
export const MAX_DAY: Day = dayFrom(9999, 12, 31);

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const INSTANT = /^(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/;
const MILLISECONDS_A_DAY = 86_400_000;
const MINUTES_A_DAY = 1_440;

/** The day written as YYYY-MM-DD, or undefined unless it is a day of the calendar in the years 0001 to 9999. */
export function parseDay(text: string): Day | undefined {
  const parts = DAY.exec(text);
  if (parts === null) return undefined;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const dayOfMonth = Number(parts[3]);
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > lengthOfMonth(year, month)) {
    return undefined;
  }
  return dayFrom(year, month, dayOfMonth);
}

/** The day as YYYY-MM-DD. Throws a RangeError unless it is a whole number from MIN_DAY to MAX_DAY. */
export function formatDay(day: Day): string {
  if (!Number.isInteger(day) || day < MIN_DAY || day > MAX_DAY) throw new RangeError(`${day} is not a day`);
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/**
 * The UTC day of an RFC 3339 instant, whatever offset it is written with. Throws a RangeError for any other text,
 * one without an offset included: Date.parse would read that in the zone of this machine.
 */
export function dayOfInstant(rfc3339: string): Day {
  const [, date = '', hour, minute, second, sign, offsetHour = 0, offsetMinute = 0] = INSTANT.exec(rfc3339) ?? [];
  const local = parseDay(date);
  // RFC 3339 has a second 60 for leap seconds; it belongs to the minute it ends.
  const real = Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
  if (local === undefined || !real || Number(offsetHour) > 23 || Number(offsetMinute) > 59) {
    throw new RangeError(`${JSON.stringify(rfc3339)} is not an RFC 3339 instant in the years 0001 to 9999`);
  }
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1);
  const day = local + Math.floor((Number(hour) * 60 + Number(minute) - offset) / MINUTES_A_DAY);
  if (day < MIN_DAY || day > MAX_DAY) throw new RangeError(`${rfc3339} is outside the years 0001 to 9999 in UTC`);
  return day;
}

/** How many days a month (1 to 12) has. */
export function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day with these numbers in the proleptic Gregorian calendar; they must name one that exists (year 1 or later). */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day {
  // Counting years from March puts the leap day last, so that the lengths of the months before it follow one formula.
  const marchYear = month > 2 ? year : year - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const fromMarchOfYear0To1970 = 719_468;
  return marchYear * 365 + leapDays + dayOfYear - fromMarchOfYear0To1970;
}
