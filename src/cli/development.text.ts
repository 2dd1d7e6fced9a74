import { formatDay } from '../time/day.js';
import { EdtfError, parseEdtf } from '../time/edtf.js';
import { dayWithin } from './wording.js';

/** A year, month or day is clearest as it was told; anything else is told by its bounds. */
const READS_ITSELF = /^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?(?=[~?%]?$)/;

const DOUBTS: Readonly<Record<string, string>> = {
  '~': 'date approximate',
  '?': 'date uncertain',
  '%': 'date uncertain and approximate',
};

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

/** What a date says of its own reliability; empty where it says nothing. */
export function doubtsText(when: string): readonly string[] {
  const doubt = DOUBTS[when.slice(-1)];
  return doubt === undefined ? [] : [doubt];
}

/** Who said so. */
export function sourcesText(sources: readonly { readonly publisher?: unknown }[]): string {
  const publishers = [...new Set(sources.map(({ publisher }) => String(publisher)))];
  return publishers.length === 0 ? 'no source given' : publishers.join('; ');
}
