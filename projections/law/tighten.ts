import { type Chain, nodesOf } from './chain.js';
import { groupsOf } from './groups.js';
import type { Bond, Node } from './knowledge.js';
import { earliestDays, latestDays, type Network, networkOf } from './lowering.js';

/** Ranges as the bonds leave them. */
export interface Tightened {
  /** Without the bonds of groups that have no world; those groups keep their plain ranges. */
  readonly network: Network;
  /** One for every group that has no world. */
  readonly chains: readonly Chain[];
}

export function tighten(nodes: readonly Node[], bonds: readonly Bond[]): Tightened {
  if (bonds.length === 0) return { network: { nodes, limits: [], order: [] }, chains: [] };
  const chains: Chain[] = [];
  let network = networkOf(nodes, bonds);
  let latest = latestDays(network);
  const groupOf = latest instanceof Int32Array ? [] : groupsOf(nodes.length, bonds);
  for (let left = bonds; !(latest instanceof Int32Array); latest = latestDays(network)) {
    const group = groupOf[latest.limits[0]?.by as number];
    chains.push(latest);
    left = left.filter((bond) => groupOf[bond.later] !== group);
    network = networkOf(nodes, left);
  }
  const [from, to] = [earliestDays(network) as Int32Array, latest];
  return {
    network: {
      ...network,
      nodes: nodes.map((node, index) => ({ ...node, earliest: from[index] as number, latest: to[index] as number })),
    },
    chains,
  };
}

/** A chain of bonds and ranges that leaves no world, if there is one. */
export function contradictionIn(nodes: readonly Node[], bonds: readonly Bond[]): Chain | undefined {
  const latest = latestDays(networkOf(nodes, bonds));
  return latest instanceof Int32Array ? undefined : latest;
}

/** The developments that chains lead through, in the order of their nodes. */
export function developmentsIn(chains: readonly Chain[], nodes: readonly Node[]): readonly string[] {
  const places = [...new Set(chains.flatMap(nodesOf))].sort((a, b) => a - b);
  return [...new Set(places.map((place) => (nodes[place] as Node).development))];
}
