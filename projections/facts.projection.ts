import { kindNamed } from '../src/developments/kinds/index.js';
import { jcs } from '../src/event-store/canonical.js';
import type { DateRange } from '../src/time/edtf.js';
import { parseEdtf } from '../src/time/edtf.js';
import { type Change, changesOf, type Development } from './change.js';
import { concerning } from './concern.js';
import { type Fact, keyOf } from './fact.js';
import type { Projection, Sql } from './projection.js';
import { moveSpans, type Span } from './spans.js';

const ASSERTIONS = {
  open: `INSERT INTO assertions (fact, dev, effect, known_from, node, earliest, latest, value, matter)
         VALUES ((SELECT fact FROM facts WHERE key = ?), ?, ?, ?, ?, ?, ?, ?, ?)`,
  close: `UPDATE assertions SET known_to = ?
          WHERE fact = (SELECT fact FROM facts WHERE key = ?) AND dev = ? AND effect = ? AND known_to IS NULL`,
};
/** Facts with every assertion about them and the positions it was known at. */
export const factsProjection: Projection = {
  name: 'facts',
  version: 1,
  reads: ['developments'],
  tables: `
    CREATE TABLE facts (fact INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
    CREATE TABLE fact_scopes (
      scope TEXT NOT NULL, key TEXT NOT NULL, fact INTEGER NOT NULL, PRIMARY KEY (scope, key)) WITHOUT ROWID;
    CREATE TABLE assertions (
      fact INTEGER NOT NULL, dev INTEGER NOT NULL, effect INTEGER NOT NULL, known_from INTEGER NOT NULL,
      known_to INTEGER, node TEXT NOT NULL, earliest INTEGER NOT NULL, latest INTEGER NOT NULL, value TEXT NOT NULL,
      matter TEXT, PRIMARY KEY (fact, dev, effect, known_from)) WITHOUT ROWID;
    CREATE TABLE predicates (predicate TEXT PRIMARY KEY, known_from INTEGER NOT NULL) WITHOUT ROWID;`,
  apply(stored, sql) {
    const concern = concerning(['development'], stored);
    if (!concern) return;
    const { name: id, event } = concern;
    for (const change of changesOf(event, id, sql)) {
      nameFacts(change.after, event.position, sql);
      moveSpans(change, assertionsOf, ASSERTIONS, event.position, sql);
    }
  },
};

/** Keys of the facts about which changes may have changed what is stated. */
export function factsTouchedBy(changes: readonly Change[]): readonly string[] {
  const stated = changes.flatMap(({ before, after }) => [...(before ? statedBy(before) : []), ...statedBy(after)]);
  return [...new Set(stated.map(({ fact }) => keyOf(fact)))].sort();
}

/** Keys of the facts about which a development states something. */
export const factsOf = (development: Development): readonly string[] =>
  statedBy(development).map(({ fact }) => keyOf(fact));

/** What a development says about a fact, from a day on. */
interface Stated {
  readonly fact: Fact;
  readonly value: string;
  readonly node: string;
  readonly range: DateRange;
}

export function statedBy({ id, state, fine }: Development): readonly Stated[] {
  const { kind, details, when } = state.version;
  if (state.retracted) return [];
  const context = fine && { id: fine.id, party: fine.state.version.details.party as string };
  const dates = new Map((kindNamed(kind)?.dates?.(details) ?? []).map(({ node, date }) => [node, date]));
  const effects = kindNamed(kind)?.effects(details, { id, fine: context }) ?? [];
  return effects.map(({ predicate, subject, object, value, node }) => ({
    fact: { predicate, subject, object },
    value: jcs(value),
    node,
    range: parseEdtf(dates.get(node) ?? when),
  }));
}

function nameFacts(development: Development, position: number, sql: Sql): void {
  const { matter } = development.state.version;
  for (const { fact } of statedBy(development)) {
    const key = keyOf(fact);
    const number = numberOf(key, sql) ?? nameFact(fact, key, position, sql);
    if (matter !== undefined) scopeFact(`matter:${matter}`, key, number, sql);
  }
}

const numberOf = (key: string, sql: Sql): number | undefined =>
  sql.get<{ fact: number }>('SELECT fact FROM facts WHERE key = ?', key)?.fact;

/** @returns its number */
function nameFact({ predicate, subject, object }: Fact, key: string, position: number, sql: Sql): number {
  sql.run('INSERT INTO facts (key) VALUES (?)', key);
  sql.run('INSERT OR IGNORE INTO predicates VALUES (?, ?)', predicate, position);
  const number = numberOf(key, sql) as number;
  scopeFact(`entity:${subject}`, key, number, sql);
  if (object !== undefined) scopeFact(`entity:${object}`, key, number, sql);
  return number;
}

const scopeFact = (scope: string, key: string, number: number, sql: Sql): void =>
  sql.run('INSERT OR IGNORE INTO fact_scopes VALUES (?, ?, ?)', scope, key, number);

function assertionsOf(development: Development): readonly Span[] {
  const { order, state } = development;
  return statedBy(development).map(({ fact, value, node, range }, effect) => ({
    key: [keyOf(fact), order, effect],
    rest: [node, range.earliest, range.latest, value, state.version.matter ?? null],
  }));
}
