import type { Knowledge } from '../../projections/law/knowledge.js';
import { connected, indexed, inTieOrder, type KnownNetwork, type NodeRow, nameOf } from '../../projections/network.js';
import type { Sql } from '../../projections/projection.js';
import { networkKnown } from './networks.js';

/** An assertion about one fact, known at the position asked about. */
export interface AssertionRow extends NodeRow {
  /** Its place among those of its development. */
  readonly effect: number;
  readonly value: string;
  readonly matter: string | null;
  /** 1 where the development's dates have ever been bound to another. */
  readonly bound: number;
}

export interface Known {
  readonly knowledge: Knowledge;
  readonly matters: readonly (string | null)[];
  /** Names of the connected groups that its assertions' days lie in. */
  readonly groups: readonly string[];
  /** The nodes, at their places in the knowledge, with what they are days of. */
  readonly dated: readonly NodeRow[];
}

/** What the law needs to know of a fact, from its assertions in log order. */
export function knowledgeOf(sql: Sql, rows: readonly AssertionRow[], position: number): Known {
  const bound = new Set(rows.filter((row) => row.bound === 1).map(({ dev }) => dev));
  return knowledgeFrom(rows, bound.size === 0 ? UNBOUND : networkKnown(sql, bound, position));
}

/** The same where it is known already what the developments are bound to. */
export function knowledgeFrom(rows: readonly AssertionRow[], around: KnownNetwork): Known {
  const network = around === UNBOUND ? unbound(rows) : about(rows, around);
  const { nodes, bonds, placeOf, groupNames } = indexed(network);
  const place = (row: AssertionRow): number => placeOf.get(nameOf(row)) as number;
  return {
    knowledge: {
      assertions: inTieOrder(rows, around.bonds).map((row) => ({
        development: row.id,
        order: row.dev,
        node: place(row),
        value: JSON.parse(row.value),
      })),
      nodes,
      bonds,
    },
    matters: rows.map(({ matter }) => matter),
    groups: [...new Set(rows.map((row) => groupNames[place(row)] as string))],
    dated: network.nodes,
  };
}

/** Nothing is bound to anything. */
export const UNBOUND: KnownNetwork = { nodes: [], bonds: [] };

const unbound = (rows: readonly AssertionRow[]): KnownNetwork => ({
  nodes: [...new Map(rows.map((row) => [nameOf(row), row])).values()],
  bonds: [],
});

/** The days of the assertions, and the groups that hold one of them: what else its developments do has no part in it. */
function about(rows: readonly AssertionRow[], { nodes, bonds }: KnownNetwork): KnownNetwork {
  const { groupNames, placeOf } = indexed({ nodes, bonds });
  const held = new Set(rows.map((row) => groupNames[placeOf.get(nameOf(row)) ?? -1]));
  const others = unbound(rows.filter((row) => !placeOf.has(nameOf(row)))).nodes;
  const within = nodes.filter((_, place) => held.has(groupNames[place]));
  const inLogOrder = [...within, ...others].sort((a, b) => a.dev - b.dev || (a.node < b.node ? -1 : 1));
  return connected(inLogOrder, bonds);
}
