import type { Day } from '../../src/time/day.js';
import { type Chain, chainTo, type Limit } from './chain.js';
import type { Bond, Node } from './knowledge.js';

/**
 * Greatest and least solutions of ranges and bonds. Every constraint here is closed under pointwise maximum (and
 * minimum), so lowering from the latest days finds a solution whenever there is one.
 */

/** Nodes and bonds made ready for lowering. */
export interface Network {
  readonly nodes: readonly Node[];
  /** By node: what its day limits. */
  readonly limits: readonly (readonly Limit[])[];
  /** Every node; of a bond the earlier before the later, unless bonds go in a ring. */
  readonly order: readonly number[];
}

export function networkOf(nodes: readonly Node[], bonds: readonly Bond[]): Network {
  const limits: Limit[][] = nodes.map(() => []);
  for (const bond of bonds) {
    const { later, earlier, atLeast, atMost } = bond;
    limits[later]?.push({ by: later, of: earlier, apart: -atLeast, bond });
    if (atMost !== null) limits[earlier]?.push({ by: earlier, of: later, apart: atMost, bond });
  }
  const order: number[] = [];
  const seen = new Uint8Array(nodes.length);
  const visit = (node: number): void => {
    if (seen[node]) return;
    seen[node] = 1;
    for (const { of, bond } of limits[node] as readonly Limit[]) if (of === bond.earlier) visit(of);
    order.push(node);
  };
  for (const node of nodes.keys()) visit(node);
  return { nodes, limits, order };
}

/**
 * Lowers what the days of the waiting nodes limit, and what those limit in turn, until nothing moves. Sweeps go by
 * turns from later to earlier nodes and back: that way a chain takes one of them, however its nodes are numbered.
 *
 * @param waiting 1 for each node whose day was set
 * @param lowered hears of every move, may lower the node further, and says whether to go on
 */
export function lower(
  { limits, order }: Network,
  days: Int32Array,
  waiting: Uint8Array,
  lowered: (limit: Limit) => boolean,
): void {
  const count = order.length;
  for (let moved = true, backwards = true; moved; backwards = !backwards) {
    moved = false;
    for (let step = 0; step < count; step++) {
      const by = order[backwards ? count - 1 - step : step] as number;
      if (!waiting[by]) continue;
      waiting[by] = 0;
      for (const limit of limits[by] as readonly Limit[]) {
        const day = (days[by] as Day) + limit.apart;
        if ((days[limit.of] as Day) <= day) continue;
        days[limit.of] = day;
        waiting[limit.of] = 1;
        moved = true;
        if (!lowered(limit)) return;
      }
    }
  }
}

/** The latest day each node can have happened on, in worlds that satisfy the bonds; or why there is no world. */
export function latestDays(network: Network): Int32Array | Chain {
  const { nodes } = network;
  const days = Int32Array.from(nodes, ({ latest }) => latest);
  const loweredBy = new Map<number, Limit>();
  const walked = new Int32Array(nodes.length);
  let chain: Chain | undefined;
  lower(network, days, new Uint8Array(nodes.length).fill(1), (limit) => {
    const { by, of } = limit;
    loweredBy.set(of, limit);
    walked[of] = (walked[by] as number) + 1;
    // A walk of as many limits as there are nodes comes past a node twice, lower the second time: round a ring that
    // leaves no world and would creep down to the earliest days. Every sweep lengthens the walks, so it shows soon.
    if ((days[of] as Day) < (nodes[of] as Node).earliest || (walked[of] as number) >= nodes.length) {
      chain = chainTo(of, loweredBy, nodes);
    }
    return chain === undefined;
  });
  return chain ?? days;
}

/** The earliest day each node can have happened on, or why there is no world: the mirror image of `latestDays`. */
export function earliestDays({ nodes, limits, order }: Network): Int32Array | undefined {
  const mirrored: Limit[][] = nodes.map(() => []);
  for (const { by, of, ...limit } of limits.flat()) mirrored[of]?.push({ by: of, of: by, ...limit });
  const days = latestDays({
    nodes: nodes.map((node) => ({ ...node, earliest: -node.latest, latest: -node.earliest })),
    limits: mirrored,
    order: [...order].reverse(),
  });
  return days instanceof Int32Array ? days.map((day) => -day) : undefined;
}
