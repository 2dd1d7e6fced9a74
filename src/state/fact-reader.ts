import type { Sql, SqlValue } from '../../projections/projection.js';
import { type AssertionRow, type Known, knowledgeOf } from './knowledge-of.js';

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
export interface KnownFact extends FactRow, Known {}

/** A fact and one of its assertions; `dev` is null where none is known. */
type Row = { readonly fact: number; readonly key: string } & (AssertionRow | { readonly dev: null });

/** Facts read by one statement. */
export const PAGE = 128;

/** @param facts a select of facts and their keys */
const withAssertions = (facts: string): string =>
  `SELECT f.fact, f.key, a.dev, d.id, a.effect, a.node, a.earliest, a.latest, a.value, a.matter,
          EXISTS (SELECT 1 FROM nodes n WHERE n.dev = a.dev) AS bound
   FROM (${facts}) f
   LEFT JOIN assertions a ON a.fact = f.fact AND a.known_from <= ? AND (a.known_to IS NULL OR a.known_to > ?)
   LEFT JOIN developments d ON d.dev = a.dev
   ORDER BY f.key`;

const ONE = withAssertions('SELECT fact, key FROM facts WHERE key = ?');
const ALL = 'SELECT fact, key FROM facts WHERE key > ? AND key < ? ORDER BY key LIMIT ?';
const IN_SCOPE = 'SELECT fact, key FROM fact_scopes WHERE scope = ? AND key > ? AND key < ? ORDER BY key LIMIT ?';

/** The facts a filter names that have an assertion known at `position`, by key, after `afterKey`. */
export function* knownFacts(sql: Sql, filter: FactFilter, position: number, afterKey = ''): Generator<KnownFact> {
  for (let after = afterKey; ; ) {
    const [page, ...values] = pageOf(filter, after);
    const facts = byFact(sql.all<Row>(withAssertions(page), ...values, position, position));
    for (const rows of facts) {
      const known = knownIn(sql, rows, position);
      if (known && (filter.matter === undefined || known.matters.includes(filter.matter))) yield known;
    }
    const last = facts.at(-1)?.[0];
    if (last === undefined || facts.length < PAGE) return;
    after = last.key;
  }
}

/** What is known about the fact of that key at a position; undefined where nothing is. */
export function knownFact(sql: Sql, key: string, position: number): KnownFact | undefined {
  const [rows] = byFact(sql.all<Row>(ONE, key, position, position));
  return rows && knownIn(sql, rows, position);
}

function knownIn(sql: Sql, rows: readonly Row[], position: number): KnownFact | undefined {
  const [first] = rows;
  if (!first || first.dev === null) return undefined;
  return { ...factNamed(first), ...knowledgeOf(sql, inLogOrder(rows as readonly AssertionRow[]), position) };
}

/**
 * Selects a page of the facts that the narrowest scope of a filter names, with its values; the caller checks whether
 * they are of the matter.
 */
export function pageOf({ entity, matter, predicate }: FactFilter, after: string): [string, ...SqlValue[]] {
  // Keys start with the predicate and ';' follows ':', so a predicate is a range of keys.
  const [low, high] = predicate === undefined ? ['', '~'] : [`${predicate}:`, `${predicate};`];
  const from = after > low ? after : low;
  if (entity !== undefined) return [IN_SCOPE, `entity:${entity}`, from, high, PAGE];
  if (matter !== undefined) return [IN_SCOPE, `matter:${matter}`, from, high, PAGE];
  return [ALL, from, high, PAGE];
}

/** Sorted here, since it is of a handful of rows: SQLite would sort those of all facts together. */
export const inLogOrder = <R extends AssertionRow>(rows: readonly R[]): readonly R[] =>
  rows.length < 2 ? rows : [...rows].sort((a, b) => a.dev - b.dev || a.effect - b.effect);

/** What a key says: no slug and no id holds a colon. */
export function factNamed({ fact, key }: Pick<FactRow, 'fact' | 'key'>): FactRow {
  const [predicate = '', subject = '', object = null] = key.split(':');
  return { fact, key, predicate, subject, object };
}

/** Rows in the order of facts, fact by fact. */
export function byFact<R extends Pick<FactRow, 'fact'>>(rows: readonly R[]): readonly (readonly R[])[] {
  const facts: R[][] = [];
  for (const row of rows) {
    const current = facts.at(-1);
    if (current?.[0]?.fact === row.fact) current.push(row);
    else facts.push([row]);
  }
  return facts;
}
