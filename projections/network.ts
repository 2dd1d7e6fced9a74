import { groupsOf } from './law/groups.js';
import type { Bond, Node } from './law/knowledge.js';
import { tieOrder } from './law/tie-order.js';
import type { Sql } from './projection.js';

/** One unknown day of a development that is, or was, bound to another: the days it may be by itself. */
export interface NodeRow {
  readonly dev: number;
  readonly id: string;
  readonly node: string;
  readonly earliest: number;
  readonly latest: number;
}
export interface BondRow {
  readonly dev: number;
  readonly node: string;
  readonly prior_dev: number;
  readonly prior_node: string;
  readonly at_least: number;
  readonly at_most: number | null;
}

/** Days and what binds them; bonds whose both ends are known, nodes in log order. */
export interface KnownNetwork {
  readonly nodes: readonly NodeRow[];
  readonly bonds: readonly BondRow[];
}

const known = (row: string): string =>
  `${row}.known_from <= k.position AND (${row}.known_to IS NULL OR ${row}.known_to > k.position)`;

/** Of what is retracted nothing hangs together: it is met, but nothing is looked for beyond it. */
const COUNTS = `
  (SELECT v.retracted FROM versions v WHERE v.dev = l.dev AND v.position <= k.position
   ORDER BY v.position DESC LIMIT 1) = 0`;
const LINKED = `
  WITH RECURSIVE k(position) AS (SELECT ?), linked(dev) AS (
    SELECT value FROM json_each(?)
    UNION SELECT b.prior_dev FROM linked l JOIN k JOIN bonds b ON b.dev = l.dev AND ${known('b')} WHERE ${COUNTS}
    UNION SELECT b.dev FROM linked l JOIN k JOIN bonds b ON b.prior_dev = l.dev AND ${known('b')} WHERE ${COUNTS})`;
const ALL_LINKED = `${LINKED} SELECT dev FROM linked ORDER BY dev`;
const BONDS_AROUND = `${LINKED}
  SELECT b.dev, b.node, b.prior_dev, b.prior_node, b.at_least, b.at_most
  FROM linked l JOIN k JOIN bonds b ON b.dev = l.dev AND ${known('b')}`;
const NODES = `
  WITH k(position) AS (SELECT ?)
  SELECT n.dev, d.id, n.node, n.earliest, n.latest
  FROM json_each(?) l JOIN k JOIN nodes n ON n.dev = l.value AND ${known('n')} JOIN developments d ON d.dev = n.dev
  ORDER BY n.dev, n.node`;
const BONDS = `
  WITH k(position) AS (SELECT ?)
  SELECT b.dev, b.node, b.prior_dev, b.prior_node, b.at_least, b.at_most
  FROM json_each(?) l JOIN k JOIN bonds b ON b.dev = l.value AND ${known('b')}
  ORDER BY b.dev, b.node, b.prior_dev, b.prior_node`;

/** These developments and all that bonds connect with them at a position; the retracted among them hold no others together. */
export const linkedWith = (sql: Sql, devs: readonly number[], position: number): readonly number[] =>
  sql.all<{ dev: number }>(ALL_LINKED, position, JSON.stringify(devs)).map(({ dev }) => dev);

/** The bonds of some developments at a position, also those to what is retracted. */
export const bondsAmong = (sql: Sql, devs: readonly number[], position: number): readonly BondRow[] =>
  sql.all<BondRow>(BONDS, position, JSON.stringify(devs));

/** Everything connected with these developments at a position. */
export function networkAround(sql: Sql, devs: readonly number[], position: number): KnownNetwork {
  const bonds = sql.all<BondRow>(BONDS_AROUND, position, JSON.stringify(devs));
  const linked = new Set([...devs, ...bonds.flatMap(({ dev, prior_dev }) => [dev, prior_dev])]);
  const nodes = sql.all<NodeRow>(NODES, position, JSON.stringify([...linked].sort((a, b) => a - b)));
  return connected(nodes, bonds);
}

/** Days with the bonds that hold: what is retracted has no days, and a bond to it is void. */
export function connected(nodes: readonly NodeRow[], bonds: readonly BondRow[]): KnownNetwork {
  const names = new Set(nodes.map(nameOf));
  return { nodes, bonds: bonds.filter((bond) => names.has(nameOf(bond)) && names.has(priorOf(bond))) };
}

/** A node's name, the same in every network. */
export const nameOf = ({ dev, node }: { readonly dev: number; readonly node: string }): string => `${dev} ${node}`;
const priorOf = (bond: BondRow): string => nameOf({ dev: bond.prior_dev, node: bond.prior_node });

/** A network as the law takes it: nodes by their places. */
export interface IndexedNetwork {
  readonly nodes: readonly Node[];
  readonly bonds: readonly Bond[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** For each node the name of the first one that it is connected with. */
  readonly groupNames: readonly string[];
}

export function indexed({ nodes, bonds }: KnownNetwork): IndexedNetwork {
  const placeOf = new Map(nodes.map((node, place) => [nameOf(node), place]));
  const placed = bonds.map(
    (bond): Bond => ({
      later: placeOf.get(nameOf(bond)) as number,
      earlier: placeOf.get(priorOf(bond)) as number,
      atLeast: bond.at_least,
      atMost: bond.at_most,
    }),
  );
  return {
    nodes: nodes.map(({ id, earliest, latest }) => ({ development: id, earliest, latest })),
    bonds: placed,
    placeOf,
    groupNames: groupsOf(nodes.length, placed).map((first) => nameOf(nodes[first] as NodeRow)),
  };
}

/** Rows of developments, in log order, as they take effect on one day: all that their bonds lead to being among these. */
export function inTieOrder<R extends Pick<NodeRow, 'dev'>>(
  rows: readonly R[],
  bonds: readonly BondRow[],
): readonly R[] {
  if (bonds.length === 0) return rows;
  const after = new Map<number, number[]>(rows.map(({ dev }) => [dev, []]));
  const following = bonds.filter(({ dev, prior_dev }) => dev !== prior_dev);
  for (const { dev, prior_dev } of following) {
    if (!after.has(prior_dev)) after.set(prior_dev, []);
    const prior = after.get(dev);
    if (prior) prior.push(prior_dev);
    else after.set(dev, [prior_dev]);
  }
  const rank = new Map(tieOrder(after).map((dev, place) => [dev, place]));
  return [...rows].sort((a, b) => (rank.get(a.dev) as number) - (rank.get(b.dev) as number));
}
