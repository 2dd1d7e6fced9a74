import { dayNumber, dayText } from '../time/days.js';
import type { Scale } from '../time/scale.js';

/** A span of days; open where nobody said since when, or until when. */
export interface Window {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Days before and after the day asked about, of the spans that are offered. */
export const AROUND = { year: 183, month: 15 } as const;

const SOONEST = dayNumber('0001-01-01');
const LATEST = dayNumber('9999-12-31');
const within = (day: number): string => dayText(Math.min(LATEST, Math.max(SOONEST, day)));

export const around = (day: number, days: number): { readonly since: string; readonly until: string } => ({
  since: within(day - days),
  until: within(day + days),
});

const isSame = (one: Window, other: Window): boolean => one.since === other.since && one.until === other.until;

/** Which of the spans that are offered a window is, if it is one. */
export function spanOf(window: Window, day: number | undefined, scale: Scale): 'all' | 'year' | 'month' | undefined {
  const { since, until } = window;
  const named =
    day !== undefined && (['year', 'month'] as const).find((each) => isSame(window, around(day, AROUND[each])));
  if (named) return named;
  const isFromBeginning = since === undefined || dayNumber(since) <= scale.first;
  const isToEnd = until === undefined || dayNumber(until) >= scale.last;
  return isFromBeginning && isToEnd ? 'all' : undefined;
}

/** Whether it ends before it begins. */
export const isReversed = ({ since, until }: Window): boolean =>
  since !== undefined && until !== undefined && since > until;

export const isOutside = ({ since, until }: Window, day: number): boolean =>
  (since !== undefined && day < dayNumber(since)) || (until !== undefined && day > dayNumber(until));

/** As long a span, with the day in its middle; half a year on each side where it has no end. */
export function recentred({ since, until }: Window, day: number): Window {
  if (since === undefined || until === undefined) return around(day, AROUND.year);
  const days = dayNumber(until) - dayNumber(since);
  const before = Math.floor(days / 2);
  return { since: within(day - before), until: within(day - before + days) };
}
