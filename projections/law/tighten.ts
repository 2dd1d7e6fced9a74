import type { Day } from '../../src/time/day.js';
import { type Chain, nodesOf } from './chain.js';
import { groupsOf } from './groups.js';
import type { Bond, Node } from './knowledge.js';
import { earliestDays, latestDays } from './lowering.js';
import { type Network, networkOf } from './network.js';

/** What bonds leave of ranges. */
export interface Tightened {
  /** In groups that have no world with their plain ranges. */
  readonly nodes: readonly Node[];
  /** Of the bonds of groups that have a world. */
  readonly network: Network;
  /** One for every group that has no world. */
  readonly chains: readonly Chain[];
}

const UNBOUND: Network = networkOf(0, []);

export function tighten(nodes: readonly Node[], bonds: readonly Bond[]): Tightened {
  if (bonds.length === 0) return { nodes, network: UNBOUND, chains: [] };
  const chains: Chain[] = [];
  let network = networkOf(nodes.length, bonds);
  let latest = latestDays(nodes, network);
  for (let left = bonds, groups: readonly number[] | undefined; !Array.isArray(latest); ) {
    groups ??= groupsOf(nodes.length, bonds);
    const group = groups[latest.limits[0]?.by as number];
    chains.push(latest);
    left = left.filter((bond) => groups?.[bond.later] !== group);
    network = left.length === 0 ? UNBOUND : networkOf(nodes.length, left);
    latest = latestDays(nodes, network);
  }
  const [from, to] = [earliestDays(nodes, network), latest];
  const tightened = nodes.map(({ development }, index) => {
    return { development, earliest: from?.[index] as Day, latest: to[index] as Day };
  });
  return { nodes: tightened, network, chains };
}

/** A chain of bonds and ranges that leaves no world, if there is one. */
export function contradictionIn(nodes: readonly Node[], bonds: readonly Bond[]): Chain | undefined {
  const latest = latestDays(nodes, networkOf(nodes.length, bonds));
  return Array.isArray(latest) ? undefined : latest;
}

/** The developments that chains lead through, in the order of their nodes. */
export function developmentsIn(chains: readonly Chain[], nodes: readonly Node[]): readonly string[] {
  const places = [...new Set(chains.flatMap(nodesOf))].sort((a, b) => a - b);
  return [...new Set(places.map((place) => (nodes[place] as Node).development))];
}
