import { daysOf, type Timing } from '../developments/timing.js';
import { formatDay } from '../time/day.js';
import { EdtfError, parseEdtf } from '../time/edtf.js';
import type { DevelopmentView } from '../timeline/development-view.js';
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

/** Whether what other developments say leaves less than the date itself. */
export function isNarrowed({ when, earliest, latest }: Pick<DevelopmentView, 'when' | 'earliest' | 'latest'>): boolean {
  try {
    const own = parseEdtf(when);
    return formatDay(own.earliest) !== earliest || formatDay(own.latest) !== latest;
  } catch (error) {
    if (error instanceof EdtfError) return false;
    throw error;
  }
}

/** How it lies to another development. */
export function timingText({ atLeast, atMost }: Timing, other: string): string {
  const [least, most] = [atLeast, atMost].map((span) => (span === undefined ? undefined : daysOf(span)));
  if (most !== undefined) return `${least ? `${least} to ${most}` : `at most ${most}`} days after ${other}`;
  return least ? `at least ${least} days after ${other}` : `after ${other}`;
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
