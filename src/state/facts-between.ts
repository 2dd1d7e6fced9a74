import type { Sql } from '../../projections/projection.js';
import { ASSERTION, KNOWN, SPAN, type SpannedRow, wasKnownAt } from './assertion-rows.js';
import { type FactRow, factKnown, type KnownFact } from './fact-reader.js';

type Row = Pick<FactRow, 'fact' | 'key'> & SpannedRow;

/** What is known about one fact at any position of a range. */
export interface FactBetween {
  /** Undefined where nothing was known about it. */
  at(position: number): KnownFact | undefined;
}

const BETWEEN = `
  SELECT f.fact, f.key, ${ASSERTION}, ${SPAN}
  FROM json_each(?) k JOIN facts f ON f.key = k.value
  JOIN assertions a ON a.fact = f.fact AND ${KNOWN}
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
  const known = rows.filter((row) => wasKnownAt(row, position));
  const [first] = known;
  return first && factKnown(sql, first, known, position);
}
