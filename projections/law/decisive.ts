import type { Day } from '../../src/time/day.js';
import type { Bond, Node } from './knowledge.js';
import { earliestOf, latestOf } from './lowering.js';
import { type Limit, mirrored, type Network } from './network.js';
import type { Tightened } from './tighten.js';

/** The bonds that account for the days which are left of a node. */
export interface Decisive {
  /** Why it can't have come before its first day; nearest first. Empty where that is its own. */
  readonly earliest: readonly Bond[];
  /** Why it can't have come after its last day. */
  readonly latest: readonly Bond[];
}

/** Says of each node which bonds moved its first and its last day, by the shortest way from a day that is stated. */
export function decisiveBonds(
  nodes: readonly Node[],
  { nodes: tightened, network }: Tightened,
): (node: number) => Decisive {
  const latest = reasons(latestOf(nodes), latestOf(tightened), network);
  const backwards = (days: readonly Day[]): readonly Day[] => days.map((day) => -day);
  const earliest = reasons(backwards(earliestOf(nodes)), backwards(earliestOf(tightened)), mirrored(network));
  return (node) => ({ earliest: chainFrom(node, earliest), latest: chainFrom(node, latest) });
}

/** By node: the limit that made it as low as it is, for those that are lower than they were. */
function reasons(were: readonly Day[], are: readonly Day[], { limits }: Network): ReadonlyMap<number, Limit> {
  const loweredBy = new Map<number, Limit>();
  // Going out from what was not lowered can't go round in a circle, as going back could.
  const reached = [...are.keys()].filter((node) => are[node] === were[node]);
  for (const by of reached) {
    for (const limit of limits[by] ?? []) {
      const { of, apart } = limit;
      if (are[of] === were[of] || loweredBy.has(of) || are[of] !== (are[by] as Day) + apart) continue;
      loweredBy.set(of, limit);
      reached.push(of);
    }
  }
  return loweredBy;
}

function chainFrom(node: number, loweredBy: ReadonlyMap<number, Limit>): readonly Bond[] {
  const bonds: Bond[] = [];
  for (let limit = loweredBy.get(node); limit; limit = loweredBy.get(limit.by)) bonds.push(limit.bond);
  return bonds;
}
