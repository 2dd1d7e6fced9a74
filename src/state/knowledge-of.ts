import type { Assertion, Bond, Knowledge, Node } from '../../projections/law/knowledge.js';
import { tieOrder } from '../../projections/law/tie-order.js';
import type { Sql } from '../../projections/projection.js';

/** An assertion about one fact, known at the position asked about. */
export interface AssertionRow {
  readonly dev: number;
  readonly id: string;
  readonly node: string;
  readonly earliest: number;
  readonly latest: number;
  readonly value: string;
  readonly matter: string | null;
  /** 1 where the development's dates have ever been bound to another. */
  readonly bound: number;
}
interface BondRow {
  readonly dev: number;
  readonly node: string;
  readonly prior_dev: number;
  readonly prior_node: string;
  readonly at_least: number;
  readonly at_most: number | null;
}

export interface Known {
  readonly knowledge: Knowledge;
  readonly matters: readonly (string | null)[];
  readonly nodeNames: readonly string[];
}

/** What the law needs to know of a fact, from its assertions in log order. */
export function knowledgeOf(sql: Sql, rows: readonly AssertionRow[], position: number): Known {
  const indexes = new Map<string, number>();
  const nodes: Node[] = [];
  for (const { dev, id, node, earliest, latest } of rows) {
    const name = `${dev} ${node}`;
    if (indexes.has(name)) continue;
    indexes.set(name, nodes.length);
    nodes.push({ development: id, earliest, latest });
  }
  const bondRows = bondsOf(sql, rows, position);
  const indexOf = (dev: number, node: string): number | undefined => indexes.get(`${dev} ${node}`);
  const assertion = ({ dev, id, node, value }: AssertionRow): Assertion => ({
    development: id,
    order: dev,
    node: indexOf(dev, node) as number,
    value: JSON.parse(value),
  });
  const bonds = bondRows.flatMap(({ dev, node, prior_dev, prior_node, at_least, at_most }): Bond[] => {
    const [later, earlier] = [indexOf(dev, node), indexOf(prior_dev, prior_node)];
    return later === undefined || earlier === undefined ? [] : [{ later, earlier, atLeast: at_least, atMost: at_most }];
  });
  return {
    knowledge: { assertions: inTieOrder(rows, bondRows).map(assertion), nodes, bonds },
    matters: rows.map(({ matter }) => matter),
    nodeNames: [...indexes.keys()],
  };
}

function bondsOf(sql: Sql, rows: readonly AssertionRow[], position: number): readonly BondRow[] {
  const bound = new Set(rows.filter((row) => row.bound === 1).map(({ dev }) => dev));
  return [...bound].flatMap((dev) =>
    sql.all<BondRow>(
      'SELECT * FROM bonds WHERE dev = ? AND known_from <= ? AND (known_to IS NULL OR known_to > ?)',
      dev,
      position,
      position,
    ),
  );
}

function inTieOrder(rows: readonly AssertionRow[], bonds: readonly BondRow[]): readonly AssertionRow[] {
  if (bonds.length === 0) return rows;
  const after = new Map<number, number[]>(rows.map(({ dev }) => [dev, []]));
  for (const { dev, prior_dev } of bonds) if (dev !== prior_dev) after.get(dev)?.push(prior_dev);
  const rank = new Map(tieOrder(after).map((dev, index) => [dev, index]));
  return [...rows].sort((a, b) => (rank.get(a.dev) as number) - (rank.get(b.dev) as number));
}
