import { groupsOf } from '../../projections/law/groups.js';
import { type BondRow, type KnownNetwork, networkAround } from '../../projections/network.js';
import type { Sql } from '../../projections/projection.js';

/** Of one position, by development: what it is connected with. */
type Networks = Map<number, KnownNetwork>;

/** By position, the one asked about last at the end. */
const latest = new WeakMap<Sql, Map<number, Networks>>();
/** Two positions are compared with one another by turns. */
const POSITIONS = 2;
/** Developments whose networks are kept of a position: those of some groups of the largest size. */
const KEPT = 5_000;

/**
 * Everything that bonds connect with these developments at a position. What was asked last is kept, since the facts of
 * a page often lie in one group, and what the views hold of a position never changes.
 */
export function networkKnown(sql: Sql, devs: ReadonlySet<number>, position: number): KnownNetwork {
  const networks = keptOf(sql, position);
  const missing = [...devs].filter((dev) => !networks.has(dev));
  if (missing.length > 0) {
    for (const [dev, network] of partsOf(missing, networkAround(sql, missing, position))) networks.set(dev, network);
  }
  const found = [...new Set([...devs].flatMap((dev) => networks.get(dev) ?? []))];
  const [only] = found;
  if (found.length === 1 && only) return only;
  return { nodes: found.flatMap(({ nodes }) => nodes), bonds: found.flatMap(({ bonds }) => bonds) };
}

function keptOf(sql: Sql, position: number): Networks {
  const kept = latest.get(sql) ?? new Map<number, Networks>();
  latest.set(sql, kept);
  const known = kept.get(position);
  const networks: Networks = known && known.size < KEPT ? known : new Map();
  kept.delete(position);
  kept.set(position, networks);
  const [oldest] = kept.keys();
  if (kept.size > POSITIONS && oldest !== undefined) kept.delete(oldest);
  return networks;
}

/** For each development the part of the network that hangs together with it. */
function partsOf(devs: readonly number[], { nodes, bonds }: KnownNetwork): ReadonlyMap<number, KnownNetwork> {
  const places = new Map([...new Set([...devs, ...nodes.map(({ dev }) => dev)])].map((dev, place) => [dev, place]));
  const place = (dev: number): number => places.get(dev) as number;
  const links = bonds.map((bond) => ({
    later: place(bond.dev),
    earlier: place(bond.prior_dev),
    atLeast: 0,
    atMost: null,
  }));
  const groups = groupsOf(places.size, links);
  const parts = new Map<number, { nodes: KnownNetwork['nodes'][number][]; bonds: BondRow[] }>();
  const partOf = (dev: number) => {
    const group = groups[place(dev)] as number;
    const part = parts.get(group) ?? { nodes: [], bonds: [] };
    parts.set(group, part);
    return part;
  };
  for (const node of nodes) partOf(node.dev).nodes.push(node);
  for (const bond of bonds) partOf(bond.dev).bonds.push(bond);
  return new Map([...places.keys()].map((dev) => [dev, partOf(dev)]));
}
