import type { Day } from '../../src/time/day.js';
import { type Chain, chainTo } from './chain.js';
import type { Node } from './knowledge.js';
import { type Limit, mirrored, type Network } from './network.js';

/**
 * Greatest and least solutions of ranges and bonds. Every constraint here is closed under pointwise maximum (and
 * minimum), so lowering from the latest days finds a solution whenever there is one.
 */

/** Days by node. */
export type Days = Day[];

export const latestOf = (nodes: readonly Node[]): Days => nodes.map(({ latest }) => latest);
export const earliestOf = (nodes: readonly Node[]): Days => nodes.map(({ earliest }) => earliest);

export interface Lowering {
  readonly days: Days;
  /** Days that no node may fall below. */
  readonly floors: Days;
  /** A node that comes to be on `day` or before goes down to its cap at once. */
  readonly due?: { readonly day: Day; readonly caps: Days };
  /** Hears of every limit that lowered its node, and says whether to go on. */
  readonly onMove?: (limit: Limit) => boolean;
}

/**
 * Lowers what the days of some nodes limit, and what those limit in turn, until nothing moves. Sweeps go by turns from
 * later to earlier nodes and back: that way a chain takes one of them, however its nodes are numbered.
 * @returns whether it came to the end without a node falling below its floor
 */
export function lower(network: Network, from: Iterable<number>, { days, floors, due, onMove }: Lowering): boolean {
  const { limits, order } = network;
  const waiting = new Uint8Array(order.length);
  let left = 0;
  for (const node of from) {
    if (waiting[node] === 0) left++;
    waiting[node] = 1;
  }
  for (let backwards = true; left > 0; backwards = !backwards) {
    for (let step = 0; step < order.length && left > 0; step++) {
      const by = order[backwards ? order.length - 1 - step : step] as number;
      if (waiting[by] === 0) continue;
      waiting[by] = 0;
      left--;
      for (const limit of limits[by] as readonly Limit[]) {
        const { of } = limit;
        let day = (days[by] as Day) + limit.apart;
        if ((days[of] as Day) <= day) continue;
        if (due !== undefined && day <= due.day) day = Math.min(day, due.caps[of] as Day);
        days[of] = day;
        if (onMove !== undefined && !onMove(limit)) return false;
        if (day < (floors[of] as Day)) return false;
        if (waiting[of] === 0) left++;
        waiting[of] = 1;
      }
    }
  }
  return true;
}

/** The latest day each node can have happened on, in worlds that satisfy the bonds; or why there is no world. */
export function latestDays(nodes: readonly Node[], network: Network): Days | Chain {
  const days = latestOf(nodes);
  const loweredBy = new Array<Limit | undefined>(nodes.length);
  const walked = days.map(() => 0);
  let chain: Chain | undefined;
  const onMove = (limit: Limit): boolean => {
    const { by, of } = limit;
    loweredBy[of] = limit;
    walked[of] = (walked[by] as number) + 1;
    // A walk of as many limits as there are nodes comes past a node twice, lower the second time: round a ring that
    // leaves no world and would creep down to the earliest days. Every sweep lengthens the walks, so it shows soon.
    if ((days[of] as Day) < (nodes[of] as Node).earliest || (walked[of] as number) >= nodes.length) {
      chain = chainTo(of, loweredBy, nodes);
    }
    return chain === undefined;
  };
  lower(network, days.keys(), { days, floors: earliestOf(nodes), onMove });
  return chain ?? days;
}

/** The earliest day each node can have happened on; undefined if there is no world: the mirror image of `latestDays`. */
export function earliestDays(nodes: readonly Node[], network: Network): Days | undefined {
  const turned = nodes.map(({ development, earliest, latest }) => {
    return { development, earliest: -latest, latest: -earliest };
  });
  const days = latestDays(turned, mirrored(network));
  return Array.isArray(days) ? days.map((day) => -day || 0) : undefined;
}
