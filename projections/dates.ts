import type { DevelopmentState } from '../src/developments/events.js';
import { kindNamed } from '../src/developments/kinds/index.js';
import { boundsOfTiming } from '../src/developments/timing.js';
import { type DateRange, parseEdtf } from '../src/time/edtf.js';

/** The unknown day of a development as a whole; its own dates are named after their fields. */
export const WHEN = 'when';

/** One unknown day of a development, and the days it may be by itself. */
export interface OwnNode {
  readonly node: string;
  readonly range: DateRange;
}

/** What binds one of a development's days to another day: their distance in days. */
export interface OwnBond {
  readonly node: string;
  /** The id of the other development; undefined for its own. */
  readonly prior?: string;
  readonly priorNode: string;
  readonly atLeast: number;
  readonly atMost: number | null;
}

export function nodesOf({ version, retracted }: DevelopmentState): readonly OwnNode[] {
  if (retracted) return [];
  const own = kindNamed(version.kind)?.dates?.(version.details) ?? [];
  return [
    { node: WHEN, range: parseEdtf(version.when) },
    ...own.map(({ node, date }) => ({ node, range: parseEdtf(date) })),
  ];
}

/** Timings, the order of a fine and its change, and that effects begin no earlier than they are announced. */
export function bondsOf({ version, retracted }: DevelopmentState): readonly OwnBond[] {
  if (retracted) return [];
  const { kind, details, timing = [] } = version;
  const own = kindNamed(kind)?.dates?.(details) ?? [];
  const fine = kindNamed(kind)?.fine?.(details);
  const bonds = [
    ...own
      .filter(({ notBeforeWhen }) => notBeforeWhen)
      .map(({ node }): OwnBond => ({ node, priorNode: WHEN, atLeast: 0, atMost: null })),
    ...timing.map((each): OwnBond => ({ node: WHEN, priorNode: WHEN, prior: each.after, ...boundsOfTiming(each) })),
  ];
  const timed = bonds.some(({ prior }) => prior === fine);
  if (fine === undefined || timed) return bonds;
  return [...bonds, { node: WHEN, priorNode: WHEN, prior: fine, atLeast: 0, atMost: null }];
}

/** The developments that this one comes after: what its place in tie order waits for. */
export const comesAfter = (state: DevelopmentState): readonly string[] =>
  bondsOf(state).flatMap(({ prior }) => prior ?? []);
