import { formatDay } from '../time/day.js';
import { EdtfError, parseEdtf } from '../time/edtf.js';

/** Where the calendar begins and ends: no bounds. */
export const OPEN_START = '0001-01-01';
export const OPEN_END = '9999-12-31';

/** A year, month or day is clearest as it was told; anything else is told by its bounds. */
const READS_ITSELF = /^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?(?=[~?%]?$)/;

const DOUBTS: Readonly<Record<string, string>> = {
  '~': 'date approximate',
  '?': 'date uncertain',
  '%': 'date uncertain and approximate',
};

/** What is left of a development's date. */
export interface Dated {
  /** EDTF. */
  readonly when: string;
  readonly earliest: string;
  readonly latest: string;
}

/** One unknown day of a range, told as `range` where both its ends are known. */
export function dayWithin(earliest: string, latest: string, range = `${earliest} to ${latest}`): string {
  if (earliest === latest) return earliest;
  if (earliest === OPEN_START) return `${latest} or before`;
  if (latest === OPEN_END) return `${earliest} or later`;
  return range;
}

/** An EDTF date for people; what can't be read, as by a program older than the service, stays as it is. */
export function dateText(when: string): string {
  const asTold = READS_ITSELF.exec(when)?.[0];
  if (asTold !== undefined) return asTold;
  try {
    const { earliest, latest } = parseEdtf(when);
    return dayWithin(formatDay(earliest), formatDay(latest));
  } catch (error) {
    if (error instanceof EdtfError) return when;
    throw error;
  }
}

/** Whether what other developments say leaves less than the date itself. */
export function isNarrowed({ when, earliest, latest }: Dated): boolean {
  try {
    const own = parseEdtf(when);
    return formatDay(own.earliest) !== earliest || formatDay(own.latest) !== latest;
  } catch (error) {
    if (error instanceof EdtfError) return false;
    throw error;
  }
}

/** What is left of a date: as it was told, or where others narrow it, from when to when. */
export const dayText = (dated: Dated): string =>
  isNarrowed(dated) ? dayWithin(dated.earliest, dated.latest) : dateText(dated.when);

/** What a date says of its own reliability; empty where it says nothing. */
export function doubtsText(when: string): readonly string[] {
  const doubt = DOUBTS[when.slice(-1)];
  return doubt === undefined ? [] : [doubt];
}
