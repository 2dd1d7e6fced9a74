import type { Day } from '../../src/time/day.js';
import { type Chain, nodesOf } from './chain.js';
import { groupsOf } from './groups.js';
import type { Bond, Node } from './knowledge.js';
import { earliestDays, latestDays } from './lowering.js';
import { type Network, networkOf } from './network.js';
import { ringsIn } from './rings.js';

/** What bonds leave of ranges. */
export interface Tightened {
  /** In groups that contradict themselves with their plain ranges. */
  readonly nodes: readonly Node[];
  /** Of the bonds of the other groups. */
  readonly network: Network;
  /** One for every group that has no world, or in which developments go round in a ring. */
  readonly chains: readonly Chain[];
}

const UNBOUND: Network = networkOf(0, []);

export function tighten(nodes: readonly Node[], bonds: readonly Bond[]): Tightened {
  if (bonds.length === 0) return { nodes, network: UNBOUND, chains: [] };
  const groups = groupsOf(nodes.length, bonds);
  const chains = [...ringsIn(nodes, bonds, groups)];
  let left = chains.reduce<readonly Bond[]>((others, ring) => withoutGroupOf(ring, others, groups), bonds);
  let network = networkWith(nodes, left);
  let latest = latestDays(nodes, network);
  while (!Array.isArray(latest)) {
    chains.push(latest);
    left = withoutGroupOf(latest, left, groups);
    network = networkWith(nodes, left);
    latest = latestDays(nodes, network);
  }
  const [from, to] = [earliestDays(nodes, network), latest];
  const tightened = nodes.map(({ development }, index) => {
    return { development, earliest: from?.[index] as Day, latest: to[index] as Day };
  });
  return { nodes: tightened, network, chains };
}

const networkWith = (nodes: readonly Node[], bonds: readonly Bond[]): Network =>
  bonds.length === 0 ? UNBOUND : networkOf(nodes.length, bonds);

function withoutGroupOf({ limits }: Chain, bonds: readonly Bond[], groups: readonly number[]): readonly Bond[] {
  const group = groups[limits[0]?.by as number];
  return bonds.filter((bond) => groups[bond.later] !== group);
}

/** A chain of bonds and ranges that leaves no world, if there is one: a ring may leave worlds, all of one day. */
export function contradictionIn(nodes: readonly Node[], bonds: readonly Bond[]): Chain | undefined {
  const latest = latestDays(nodes, networkOf(nodes.length, bonds));
  return Array.isArray(latest) ? undefined : latest;
}

/** The developments that chains lead through, in the order of their nodes. */
export function developmentsIn(chains: readonly Chain[], nodes: readonly Node[]): readonly string[] {
  const places = [...new Set(chains.flatMap(nodesOf))].sort((a, b) => a - b);
  return [...new Set(places.map((place) => (nodes[place] as Node).development))];
}
