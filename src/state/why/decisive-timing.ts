import { nameOfNode } from '../../../projections/law/chain-in-words.js';
import type { Bond, Node } from '../../../projections/law/knowledge.js';
import type { NodeRow } from '../../../projections/network.js';
import { formatDay } from '../../time/day.js';

/** A day of a development, as a timing speaks of it. */
export interface TimedDay {
  readonly id: string;
  readonly title: string;
  /** `when`, or the name of one of the development's own dates. */
  readonly node: string;
  readonly earliest: string;
  readonly latest: string;
}

/** What a timing decides of an assertion: its first day, its last day, or that it doesn't count. */
export type Decides = 'earliest' | 'latest' | 'counts';

/** How one day lies to another, where that decided something. */
export interface DecisiveTiming {
  readonly of: TimedDay;
  readonly after: TimedDay;
  /** Whole days, such as P2D. */
  readonly atLeast: string;
  /** Absent where there is no upper bound. */
  readonly atMost?: string;
  readonly decides: readonly Decides[];
  readonly text: string;
}

export interface Timetable {
  /** By place: whose day it is. */
  readonly dated: readonly NodeRow[];
  /** By place: the days as bonds leave them. */
  readonly ranges: readonly Node[];
  readonly titleOf: (dev: number) => string;
}

/**
 * The bonds that decided something of an assertion, each once, with what it decided.
 * @param own the place of the assertion's day
 */
export function decisiveTimings(
  own: number,
  bondsOf: Readonly<Record<Decides, readonly Bond[]>>,
  { dated, ranges, titleOf }: Timetable,
): readonly DecisiveTiming[] {
  const decided = new Map<Bond, Decides[]>();
  for (const decides of ['earliest', 'latest', 'counts'] as const) {
    for (const bond of bondsOf[decides]) decided.set(bond, [...(decided.get(bond) ?? []), decides]);
  }
  const dayAt = (place: number): TimedDay => {
    const { dev, id, node } = dated[place] as NodeRow;
    const { earliest, latest } = ranges[place] as Node;
    return { id, title: titleOf(dev), node, earliest: formatDay(earliest), latest: formatDay(latest) };
  };
  return [...decided].map(([{ later, earlier, atLeast, atMost }, decides]) => {
    const [of, after] = [dayAt(later), dayAt(earlier)];
    const named = (day: TimedDay, place: number): string =>
      nameOfNode(day.title, day.node) + (place === own ? '' : ` (${rangeText(day)})`);
    return {
      of,
      after,
      atLeast: `P${atLeast}D`,
      ...(atMost !== null && { atMost: `P${atMost}D` }),
      decides,
      text: `${named(of, later)} came ${distanceText(atLeast, atMost)} ${named(after, earlier)}`,
    };
  });
}

function distanceText(atLeast: number, atMost: number | null): string {
  if (atMost === null) return atLeast === 0 ? 'no sooner than' : `at least ${daysText(atLeast)} after`;
  if (atMost === 0) return 'on the same day as';
  if (atLeast === atMost) return `${daysText(atMost)} after`;
  return atLeast === 0 ? `at most ${daysText(atMost)} after` : `${atLeast} to ${daysText(atMost)} after`;
}

const daysText = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

const rangeText = ({ earliest, latest }: TimedDay): string =>
  earliest === latest ? earliest : `${earliest} to ${latest}`;
