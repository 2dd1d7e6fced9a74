import type { Day } from '../../src/time/day.js';
import type { Assertion, Node } from './knowledge.js';
import { possibleInWorlds } from './possible-in-worlds.js';
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
