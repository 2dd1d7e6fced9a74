import { type Day, MAX_DAY } from '../../src/time/day.js';
import type { Assertion, Node } from './knowledge.js';
import { earliestOf, latestOf, lower } from './lowering.js';
import type { Tightened } from './tighten.js';

/** The assertions, by their places, that count on `day` in some world. */
export function possibleOn(day: Day, assertions: readonly Assertion[], tightened: Tightened): readonly number[] {
  const candidates = possibleByRanges(day, assertions, tightened.nodes);
  // In the world of the earliest days one of the candidates counts.
  if (candidates.length <= 1 || tightened.network.order.length === 0) return candidates;
  return possibleInWorlds(day, assertions, tightened, candidates);
}

/**
 * Judged by the ranges alone: of the assertions certain by `day`, the last in (earliest day, tie order) is the floor;
 * another counts if it can have come on or after it. Exact where no node is bound to another, and never too few where
 * the ranges are those that bonds leave.
 */
function possibleByRanges(day: Day, assertions: readonly Assertion[], nodes: readonly Node[]): readonly number[] {
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
 */
function possibleInWorlds(
  day: Day,
  assertions: readonly Assertion[],
  { nodes, network }: Tightened,
  candidates: readonly number[],
): readonly number[] {
  const latest = latestOf(nodes);
  const floors = earliestOf(nodes);
  const caps: Day[] = nodes.map(() => MAX_DAY);
  const dueAnyway = assertions.map(({ node }) => node).filter((node) => (latest[node] as Day) <= day);

  /**
   * The latest days, all moved back until the chosen one is on `day` but none past its earliest, are a world as well:
   * the later of two solutions is one. Most often the chosen one counts there, and that settles it.
   */
  const countsAtOnce = (candidate: number): boolean => {
    const self = assertions[candidate]?.node as number;
    const chosen = Math.min(day, latest[self] as Day);
    const back = (latest[self] as Day) - chosen;
    return assertions.every(({ node }, place) => {
      const date = Math.max((latest[node] as Day) - back, floors[node] as Day);
      return date > day || date < chosen || (date === chosen && place <= candidate);
    });
  };

  const isPossible = (candidate: number): boolean => {
    const self = assertions[candidate]?.node as number;
    const chosen = Math.min(day, latest[self] as Day);
    for (let place = 0; place < assertions.length; place++) {
      caps[(assertions[place] as Assertion).node] = place > candidate ? chosen - 1 : chosen;
    }
    const days = latest.slice();
    days[self] = chosen;
    const moved = [self];
    for (const node of dueAnyway) {
      const cap = caps[node] as Day;
      if ((days[node] as Day) <= cap) continue;
      if (cap < (floors[node] as Day)) return false;
      days[node] = cap;
      moved.push(node);
    }
    // Nothing moves but on account of the chosen node. What comes back to lower that one is a ring, which leaves no
    // world; no other ring does so, since the bonds leave one.
    const floor = floors[self] as Day;
    floors[self] = chosen;
    const possible = lower(network, moved, { days, floors, due: { day, caps } });
    floors[self] = floor;
    return possible;
  };
  return candidates.filter((candidate) => countsAtOnce(candidate) || isPossible(candidate));
}
