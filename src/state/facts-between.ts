import type { Sql } from '../../projections/projection.js';
import { type FactRow, factNamed, type KnownFact } from './fact-reader.js';
import { type AssertionRow, knowledgeOf } from './knowledge-of.js';

/** An assertion and the positions at which it was known: from `known_from` until before `known_to`. */
type Row = Pick<FactRow, 'fact' | 'key'> &
  AssertionRow & { readonly known_from: number; readonly known_to: number | null };

/** What is known about one fact at any position of a range. */
export interface FactBetween {
  /** Undefined where nothing was known about it. */
  at(position: number): KnownFact | undefined;
}

const BETWEEN = `
  SELECT f.fact, f.key, a.dev, d.id, a.effect, a.node, a.earliest, a.latest, a.value, a.matter, a.known_from, a.known_to,
         EXISTS (SELECT 1 FROM nodes n WHERE n.dev = a.dev) AS bound
  FROM json_each(?) k JOIN facts f ON f.key = k.value
  JOIN assertions a ON a.fact = f.fact AND a.known_from <= ? AND (a.known_to IS NULL OR a.known_to > ?)
  JOIN developments d ON d.dev = a.dev
  ORDER BY f.fact, a.dev, a.effect`;

/** The facts of these keys as they were known from position `from` to `to`, by one statement for all. */
export function factsBetween(
  sql: Sql,
  keys: Iterable<string>,
  from: number,
  to: number,
): ReadonlyMap<string, FactBetween> {
  const rowsOf = new Map<string, Row[]>();
  for (const row of sql.all<Row>(BETWEEN, JSON.stringify([...keys]), to, from)) {
    const rows = rowsOf.get(row.key);
    if (rows) rows.push(row);
    else rowsOf.set(row.key, [row]);
  }
  return new Map([...rowsOf].map(([key, rows]) => [key, { at: (position) => knownAt(sql, rows, position) }]));
}

function knownAt(sql: Sql, rows: readonly Row[], position: number): KnownFact | undefined {
  const known = rows.filter(
    ({ known_from, known_to }) => known_from <= position && (known_to === null || known_to > position),
  );
  const [first] = known;
  if (!first) return undefined;
  return { ...factNamed(first), ...knowledgeOf(sql, known, position) };
}
