import type { Assertion, Bond, Knowledge, Node } from '../../projections/law/knowledge.js';
import { tieOrder } from '../../projections/law/tie-order.js';
import type { Sql } from '../../projections/projection.js';

/** One fact of the views. */
export interface FactRow {
  readonly fact: number;
  readonly key: string;
  readonly predicate: string;
  readonly subject: string;
  readonly object: string | null;
}

/** Which facts are asked for; all that are given must match. */
export interface FactFilter {
  readonly entity?: string;
  readonly matter?: string;
  readonly predicate?: string;
}

/** What is known about a fact at a position, and which matters its assertions belong to. */
export interface KnownFact extends FactRow {
  readonly knowledge: Knowledge;
  readonly matters: readonly (string | null)[];
  /** For each node the development and date it stands for. */
  readonly nodeNames: readonly string[];
}

const PAGE = 256;

interface AssertionRow {
  readonly dev: number;
  readonly id: string;
  readonly node: string;
  readonly earliest: number;
  readonly latest: number;
  readonly value: string;
  readonly matter: string | null;
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

/** The facts a filter names that have an assertion known at `position`, by key, after `afterKey`. */
export function* knownFacts(sql: Sql, filter: FactFilter, position: number, afterKey = ''): Generator<KnownFact> {
  for (let after = afterKey; ; ) {
    const rows = factRows(sql, filter, after);
    for (const row of rows) {
      const known = knownFact(sql, row, position);
      const inMatter = filter.matter === undefined || known.matters.includes(filter.matter);
      if (known.knowledge.assertions.length > 0 && inMatter) yield known;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.key;
  }
}

export const factNamed = (sql: Sql, key: string): FactRow | undefined =>
  sql.get<FactRow>('SELECT * FROM facts WHERE key = ?', key);

function factRows(sql: Sql, { entity, matter, predicate }: FactFilter, after: string): readonly FactRow[] {
  // Keys start with the predicate and ';' follows ':', so a predicate is a range of keys.
  const [low, high] = predicate === undefined ? ['', '~'] : [`${predicate}:`, `${predicate};`];
  const from = after > low ? after : low;
  const scope = entity !== undefined ? `entity:${entity}` : matter !== undefined ? `matter:${matter}` : undefined;
  if (scope === undefined) {
    return sql.all<FactRow>('SELECT * FROM facts WHERE key > ? AND key < ? ORDER BY key LIMIT ?', from, high, PAGE);
  }
  return sql.all<FactRow>(
    `SELECT f.* FROM fact_scopes s JOIN facts f ON f.fact = s.fact
     WHERE s.scope = ? AND s.key > ? AND s.key < ? ORDER BY s.key LIMIT ?`,
    scope,
    from,
    high,
    PAGE,
  );
}

/** What is known about one fact at a position. */
export function knownFact(sql: Sql, row: FactRow, position: number): KnownFact {
  const rows = sql.all<AssertionRow>(
    `SELECT a.dev, d.id, a.node, a.earliest, a.latest, a.value, a.matter,
            EXISTS (SELECT 1 FROM bonds b WHERE b.dev = a.dev) AS bound
     FROM assertions a JOIN developments d ON d.dev = a.dev
     WHERE a.fact = ? AND a.known_from <= ? AND (a.known_to IS NULL OR a.known_to > ?) ORDER BY a.dev, a.effect`,
    row.fact,
    position,
    position,
  );
  const nodes = new Map<string, { index: number; node: Node }>();
  for (const { dev, id, node, earliest, latest } of rows) {
    const name = `${dev} ${node}`;
    if (!nodes.has(name)) nodes.set(name, { index: nodes.size, node: { development: id, earliest, latest } });
  }
  const bondRows = [...new Set(rows.filter(({ bound }) => bound).map(({ dev }) => dev))].flatMap((dev) =>
    sql.all<BondRow>(
      'SELECT * FROM bonds WHERE dev = ? AND known_from <= ? AND (known_to IS NULL OR known_to > ?)',
      dev,
      position,
      position,
    ),
  );
  const indexOf = (dev: number, node: string): number | undefined => nodes.get(`${dev} ${node}`)?.index;
  const bonds = bondRows.flatMap(({ dev, node, prior_dev, prior_node, at_least, at_most }): Bond[] => {
    const [later, earlier] = [indexOf(dev, node), indexOf(prior_dev, prior_node)];
    return later === undefined || earlier === undefined ? [] : [{ later, earlier, atLeast: at_least, atMost: at_most }];
  });
  return {
    ...row,
    knowledge: {
      assertions: inTieOrder(rows, bondRows).map(
        ({ dev, id, node, value }): Assertion => ({
          development: id,
          order: dev,
          node: indexOf(dev, node) as number,
          value: JSON.parse(value),
        }),
      ),
      nodes: [...nodes.values()].map(({ node }) => node),
      bonds,
    },
    matters: rows.map(({ matter }) => matter),
    nodeNames: [...nodes.keys()],
  };
}

function inTieOrder(rows: readonly AssertionRow[], bonds: readonly BondRow[]): readonly AssertionRow[] {
  if (bonds.length === 0) return rows;
  const after = new Map<number, number[]>(rows.map(({ dev }) => [dev, []]));
  for (const { dev, prior_dev } of bonds) if (dev !== prior_dev) after.get(dev)?.push(prior_dev);
  const rank = new Map(tieOrder(after).map((dev, index) => [dev, index]));
  return [...rows].sort((a, b) => (rank.get(a.dev) as number) - (rank.get(b.dev) as number));
}
