import type { Day } from '../../src/time/day.js';
import type { Assertion, Node } from './knowledge.js';
import { lower, type Network } from './lowering.js';

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
 * @param network of bonds that leave a world, its nodes' ranges being those that the bonds leave
 */
export function possibleInWorlds(
  network: Network,
  assertions: readonly Assertion[],
  candidates: readonly number[],
  day: Day,
): readonly number[] {
  const earliest = Int32Array.from(network.nodes, (node) => node.earliest);
  const latest = Int32Array.from(network.nodes, (node) => node.latest);
  const places = new Int32Array(latest.length).fill(-1);
  for (const [place, { node }] of assertions.entries()) places[node] = place;

  const isPossible = (candidate: number): boolean => {
    const { node: self } = assertions[candidate] as Assertion;
    const chosen = Math.min(day, latest[self] as Day);
    const days = latest.slice();
    days[self] = chosen;
    const waiting = new Uint8Array(days.length);
    const lowerIfDue = (node: number): boolean => {
      const place = places[node] as number;
      if (place >= 0 && (days[node] as Day) <= day) {
        days[node] = Math.min(days[node] as Day, place > candidate ? chosen - 1 : chosen);
      }
      return (days[node] as Day) >= (earliest[node] as Day);
    };
    for (const { node } of assertions) {
      if (!lowerIfDue(node)) return false;
      waiting[node] = Number(days[node] !== latest[node]);
    }
    let possible = true;
    // Nothing moves but on account of the chosen node. What comes back to lower that one is a ring, which leaves no
    // world; no other ring does so, since the bonds leave one.
    lower(network, days, waiting, ({ of }) => {
      possible = of !== self && lowerIfDue(of);
      return possible;
    });
    return possible;
  };
  return candidates.filter(isPossible);
}
