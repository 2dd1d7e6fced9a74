import type { Day } from '../../src/time/day.js';
import type { Bond, Node } from './knowledge.js';
import { latestDays } from './lowering.js';

/** For each node the smallest index in its connected group. */
export function groupsOf(nodeCount: number, bonds: readonly Bond[]): readonly number[] {
  const parent = Array.from({ length: nodeCount }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] as number;
    return at;
  };
  for (const { later, earlier } of bonds) {
    const [a, b] = [root(later), root(earlier)];
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  return parent.map((_, index) => root(index));
}

/** Bonds that leave no world: of which groups, and the nodes of one chain that shows it. */
export interface Contradiction {
  readonly groups: ReadonlySet<number>;
  readonly chain: readonly number[];
}

export function contradictionIn(nodes: readonly Node[], bonds: readonly Bond[]): Contradiction | undefined {
  if (latestDays(nodes, bonds)) return undefined;
  const groupOf = groupsOf(nodes.length, bonds);
  const groups = new Set<number>();
  const chain = new Set<number>();
  for (const group of new Set(groupOf)) {
    const within = bonds.filter((bond) => groupOf[bond.later] === group);
    if (latestDays(nodes, within)) continue;
    groups.add(group);
    for (const node of chainIn(nodes, within)) chain.add(node);
  }
  return { groups, chain: [...chain].sort((a, b) => a - b) };
}

/**
 * Lowers one group remembering who lowered whom, until a node falls below its earliest day, and walks back from it.
 * What still moves after more rounds than there are nodes is lowered by a ring, which alone leaves no world.
 */
function chainIn(nodes: readonly Node[], bonds: readonly Bond[]): readonly number[] {
  const days = nodes.map((node) => node.latest);
  const loweredBy = new Map<number, number>();
  let last = 0;
  const lower = (node: number, limit: Day, by: number): boolean => {
    if ((days[node] as Day) <= limit) return false;
    days[node] = limit;
    loweredBy.set(node, by);
    last = node;
    return limit < (nodes[node] as Node).earliest;
  };
  for (let round = 0; round <= nodes.length; round++) {
    for (const { later, earlier, atLeast, atMost } of bonds) {
      if (lower(earlier, (days[later] as Day) - atLeast, later)) return walkBack(earlier, loweredBy);
      if (atMost !== null && lower(later, (days[earlier] as Day) + atMost, earlier)) return walkBack(later, loweredBy);
    }
  }
  for (let step = 0; step < nodes.length; step++) last = loweredBy.get(last) ?? last;
  return walkBack(last, loweredBy);
}

function walkBack(start: number, loweredBy: ReadonlyMap<number, number>): readonly number[] {
  const chain = new Set<number>();
  for (let at: number | undefined = start; at !== undefined && !chain.has(at); at = loweredBy.get(at)) chain.add(at);
  return [...chain];
}
