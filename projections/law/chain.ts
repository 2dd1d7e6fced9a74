import type { Day } from '../../src/time/day.js';
import type { Node } from './knowledge.js';
import type { Limit } from './network.js';

/**
 * Limits that contradict each other, the `of` of each being the `by` of the next. A path is range against range: from
 * the latest day of its first node to a node that would be before its earliest. A ring is bonds against each other: it
 * comes back to its first node on an earlier day, or goes from each development to one that it comes after.
 */
export interface Chain {
  readonly shape: 'path' | 'ring';
  readonly limits: readonly Limit[];
}

/**
 * The chain that leads to a node: what lowered it, what lowered that, and so on.
 * @returns undefined where it shows no contradiction
 */
export function chainTo(
  last: number,
  loweredBy: readonly (Limit | undefined)[],
  nodes: readonly Node[],
): Chain | undefined {
  const walked: Limit[] = [];
  const places = new Map<number, number>();
  let at = last;
  for (let limit = loweredBy[at]; limit; limit = loweredBy[at]) {
    const place = places.get(at);
    if (place !== undefined) return { shape: 'ring', limits: walked.slice(place).reverse() };
    places.set(at, walked.length);
    walked.push(limit);
    at = limit.by;
  }
  const limits = walked.reverse();
  let day = nodes[at]?.latest as Day;
  const falls = limits.findIndex(({ of, apart }) => {
    day += apart;
    return day < (nodes[of] as Node).earliest;
  });
  return falls < 0 ? undefined : { shape: 'path', limits: limits.slice(0, falls + 1) };
}

/** Nodes of a chain, each once. */
export const nodesOf = ({ limits }: Chain): readonly number[] => [...new Set(limits.flatMap(({ by, of }) => [by, of]))];
