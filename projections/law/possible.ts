import type { Day } from '../../src/time/day.js';
import type { Assertion, Node } from './knowledge.js';
import { latestOf, lower } from './lowering.js';
import type { Network } from './network.js';

/**
 * The assertions, by their places, that count on `day` in some world, judged by the ranges alone: of those certain by
 * then, the last in (earliest day, tie order) is the floor; another counts if it can have come on or after it.
 * Exact where no node is bound to another, and never too few where the ranges are those that the bonds leave.
 */
export function possibleByRanges(
  nodes: readonly Node[],
  assertions: readonly Assertion[],
  day: Day,
): readonly number[] {
  let floor = -1;
  let floorDay = Number.NEGATIVE_INFINITY;
  for (const [place, { node }] of assertions.entries()) {
    const { earliest, latest } = nodes[node] as Node;
    if (latest <= day && earliest >= floorDay) [floor, floorDay] = [place, earliest];
  }
  return assertions.flatMap(({ node }, place) => {
    const { earliest, latest } = nodes[node] as Node;
    const chosen = Math.min(day, latest);
    return earliest <= day && (chosen > floorDay || (chosen === floorDay && place >= floor)) ? [place] : [];
  });
}

/**
 * Those of the candidates that count on `day` in some world. For each: put its node at `day` at most, lower every other
 * assertion that has come due to it (a day before it if it would win the tie), until nothing moves.
 *
 * @param nodes with the ranges that the bonds leave
 */
export function possibleInWorlds(
  nodes: readonly Node[],
  network: Network,
  assertions: readonly Assertion[],
  candidates: readonly number[],
  day: Day,
): readonly number[] {
  // In the world of the earliest days some candidate counts.
  if (candidates.length <= 1) return candidates;
  const latest = latestOf(nodes);
  const places = new Array<number>(nodes.length).fill(-1);
  for (const [place, { node }] of assertions.entries()) places[node] = place;
  const dueAnyway = assertions.map(({ node }) => node).filter((node) => (latest[node] as Day) <= day);

  const isPossible = (candidate: number): boolean => {
    const self = assertions[candidate]?.node as number;
    const chosen = Math.min(day, latest[self] as Day);
    const days = latest.slice();
    const moved = [self];
    const lowerIfDue = (node: number): void => {
      const limit = (places[node] as number) > candidate ? chosen - 1 : chosen;
      if ((places[node] as number) >= 0 && (days[node] as Day) <= day && (days[node] as Day) > limit)
        days[node] = limit;
    };
    const inRange = (node: number): boolean => (days[node] as Day) >= (nodes[node] as Node).earliest;
    days[self] = chosen;
    for (const node of dueAnyway) {
      if (node === self) continue;
      lowerIfDue(node);
      if (!inRange(node)) return false;
      if (days[node] !== latest[node]) moved.push(node);
    }
    // Nothing moves but on account of the chosen node. What comes back to lower that one is a ring, which leaves no
    // world; no other ring does so, since the bonds leave one.
    return lower(network, days, moved, ({ of }) => {
      lowerIfDue(of);
      return of !== self && inRange(of);
    });
  };
  return candidates.filter(isPossible);
}
