import type { Sql } from '../../../projections/projection.js';
import { byFact, type FactFilter, type FactRow, factNamed, inLogOrder, PAGE, pageOf } from '../fact-reader.js';
import type { AssertionRow } from '../knowledge-of.js';

/** One fact with the assertions known about it at two positions; one that was known at both is the same row in both. */
export interface FactPair extends FactRow {
  readonly before: readonly AssertionRow[];
  readonly after: readonly AssertionRow[];
}

type Row = Pick<FactRow, 'fact' | 'key'> &
  (
    | (AssertionRow & { readonly known_from: number; readonly known_to: number | null })
    // None is known at either position.
    | { readonly dev: null }
  );

const KNOWN = 'a.known_from <= ? AND (a.known_to IS NULL OR a.known_to > ?)';

/** @param facts a select of facts and their keys */
const withAssertions = (facts: string): string =>
  `SELECT f.fact, f.key, a.dev, d.id, a.effect, a.node, a.earliest, a.latest, a.value, a.matter, a.known_from,
          a.known_to, EXISTS (SELECT 1 FROM nodes n WHERE n.dev = a.dev) AS bound
   FROM (${facts}) f
   LEFT JOIN assertions a ON a.fact = f.fact AND ((${KNOWN}) OR (${KNOWN}))
   LEFT JOIN developments d ON d.dev = a.dev
   ORDER BY f.key`;

const OF_KEYS = withAssertions('SELECT f.fact, f.key FROM json_each(?) k JOIN facts f ON f.key = k.value');

/** The facts a filter names that have a matching assertion known at either position, by key, after `afterKey`. */
export function* factPairs(
  sql: Sql,
  filter: FactFilter,
  from: number,
  to: number,
  afterKey: string,
): Generator<readonly FactPair[]> {
  for (let after = afterKey; ; ) {
    const [page, ...values] = pageOf(filter, after);
    const facts = byFact(sql.all<Row>(withAssertions(page), ...values, from, from, to, to));
    yield pairsIn(facts, filter, from, to);
    const last = facts.at(-1)?.[0];
    if (last === undefined || facts.length < PAGE) return;
    after = last.key;
  }
}

/** The same of the facts of these keys; the filter's entity and predicate are those of the keys. */
export function pairsOfKeys(
  sql: Sql,
  keys: readonly string[],
  filter: FactFilter,
  from: number,
  to: number,
): readonly FactPair[] {
  return pairsIn(byFact(sql.all<Row>(OF_KEYS, JSON.stringify(keys), from, from, to, to)), filter, from, to);
}

const pairsIn = (
  facts: readonly (readonly Row[])[],
  { matter }: FactFilter,
  from: number,
  to: number,
): readonly FactPair[] =>
  facts.flatMap((rows) => {
    const [first] = rows;
    if (!first || first.dev === null) return [];
    if (matter !== undefined && !rows.some((row) => row.dev !== null && row.matter === matter)) return [];
    return [{ ...factNamed(first), before: knownAt(rows, from), after: knownAt(rows, to) }];
  });

const knownAt = (rows: readonly Row[], position: number): readonly AssertionRow[] =>
  inLogOrder(
    rows.flatMap((row) =>
      row.dev !== null && row.known_from <= position && (row.known_to === null || row.known_to > position) ? [row] : [],
    ),
  );
