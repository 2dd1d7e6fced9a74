import type { Assertion, FactValue, Node } from '../../../projections/law/knowledge.js';
import type { Standing } from '../../../projections/law/standing.js';
import { jcs } from '../../event-store/canonical.js';
import { type Day, formatDay } from '../../time/day.js';

/** An assertion as reasons speak of it. */
export interface Said {
  readonly assertion: Assertion;
  readonly place: number;
  readonly standing: Standing;
}

/** So many are told of at most: one answer may have hundreds of assertions, each followed by most of the others. */
const MOST_TOLD = 10;

/** By what the later of two effects on one day is known. */
type Tie = 'same-development' | 'recorded-later' | 'told-after';

/** What came, or may have come, after an assertion. */
export interface Follower {
  readonly development: { readonly id: string; readonly title: string };
  readonly value: FactValue;
  readonly earliest: string;
  readonly latest: string;
  /** The first day on which it can be and come after the assertion. */
  readonly from: string;
  /** Where both are on one and the same day: why it is the later one. */
  readonly tie?: Tie;
}

export interface Followed {
  readonly followers: readonly Follower[];
  /** How many more there are. */
  readonly moreFollowers?: number;
}

/** Those that follow an assertion, equal ones once. @param developmentOf whose an assertion is */
export function followedBy(
  said: Said,
  followers: readonly Said[],
  developmentOf: (assertion: Assertion) => Follower['development'],
): Followed {
  const different = new Map<string, Said>();
  for (const each of followers) {
    const { earliest, latest } = each.standing.range;
    const key = jcs([each.assertion.value, earliest, latest, comesFrom(said, each)]);
    if (!different.has(key)) different.set(key, each);
  }
  const all = [...different.values()];
  const more = all.length - MOST_TOLD;
  return {
    followers: all.slice(0, MOST_TOLD).map((each) => {
      const { range } = each.standing;
      return {
        development: developmentOf(each.assertion),
        value: each.assertion.value,
        earliest: formatDay(range.earliest),
        latest: formatDay(range.latest),
        from: formatDay(comesFrom(said, each)),
        ...(isOneDay(said.standing.range, range) && { tie: tieBetween(said.assertion, each.assertion) }),
      };
    }),
    ...(more > 0 && { moreFollowers: more }),
  };
}

/** The first day on which one can be and come after another. */
export function comesFrom(said: Said, follower: Said): Day {
  const { earliest } = said.standing.range;
  return Math.max(follower.standing.range.earliest, follower.place > said.place ? earliest : earliest + 1);
}

/** Whether both are on one and the same known day. */
export const isOneDay = (one: Node, other: Node): boolean =>
  one.earliest === one.latest && one.earliest === other.earliest && one.latest === other.latest;

export function tieBetween(loser: Assertion, winner: Assertion): Tie {
  if (winner.development === loser.development) return 'same-development';
  return winner.order > loser.order ? 'recorded-later' : 'told-after';
}
