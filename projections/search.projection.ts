import { textsOf } from '../src/developments/kinds/index.js';
import type { RecordedEvent } from '../src/event-store/event-store.js';
import { type Development, ownChange } from './change.js';
import { concerning } from './concern.js';
import type { Projection, Sql } from './projection.js';
import { termsOf } from './terms.js';

/** A term that nothing asked for holds: what stands on its two sides is not in a row. */
const BETWEEN_TEXTS = '\u00b6';

const CLOSE_TEXT = `
  UPDATE text_versions SET known_to = ?
  WHERE position = (SELECT max(position) FROM versions WHERE dev = ? AND position < ?)`;
const CLOSE_NAME = `
  UPDATE name_versions SET known_to = ?
  WHERE position = (SELECT max(position) FROM registry_versions WHERE stream = ? AND position < ?)`;

/**
 * The words of developments, and those of the names of entities: apart, so that a new name rewrites no development.
 * A row for each version, numbered by its position. Terms are cut here, and the tokenizer takes them as they are.
 */
export const searchProjection: Projection = {
  name: 'search',
  version: 1,
  reads: ['developments', 'registry'],
  tables: `
    CREATE VIRTUAL TABLE texts USING fts5(terms, content='', columnsize=0, tokenize='ascii');
    CREATE TABLE text_versions (position INTEGER PRIMARY KEY, dev INTEGER NOT NULL, known_to INTEGER);
    CREATE VIRTUAL TABLE names USING fts5(terms, content='', columnsize=0, tokenize='ascii');
    CREATE TABLE name_versions (position INTEGER PRIMARY KEY, slug TEXT NOT NULL, known_to INTEGER);`,
  apply(stored, sql) {
    const concern = concerning(['development', 'entity'], stored);
    if (concern?.of === 'development') storeTexts(concern.event, concern.name, sql);
    if (concern?.of === 'entity') storeNames(concern.event, concern.name, sql);
  },
};

function storeTexts(event: RecordedEvent, id: string, sql: Sql): void {
  const { position } = event;
  const { before, after } = ownChange(event, id, sql);
  if (before) sql.run(CLOSE_TEXT, position, after.order, position);
  sql.run('INSERT INTO text_versions (position, dev) VALUES (?, ?)', position, after.order);
  sql.run('INSERT INTO texts (rowid, terms) VALUES (?, ?)', position, indexed(textsToFind(after)));
}

function textsToFind({ state }: Development): readonly string[] {
  const { kind, title, note, details } = state.version;
  return [title, ...(note === undefined ? [] : [note]), ...textsOf(kind, details)];
}

function storeNames({ envelope, position, data }: RecordedEvent, slug: string, sql: Sql): void {
  const { name, names = {}, aliases = [] } = data as unknown as Named;
  if (envelope.revision > 0) sql.run(CLOSE_NAME, position, envelope.stream, position);
  sql.run('INSERT INTO name_versions (position, slug) VALUES (?, ?)', position, slug);
  const all = [slug, name, ...Object.values(names), ...aliases];
  sql.run('INSERT INTO names (rowid, terms) VALUES (?, ?)', position, indexed(all));
}

/** What an entity is called. */
interface Named {
  readonly name: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly aliases?: readonly string[];
}

const indexed = (texts: readonly string[]): string =>
  texts.map((text) => termsOf(text).join(' ')).join(` ${BETWEEN_TEXTS} `);
