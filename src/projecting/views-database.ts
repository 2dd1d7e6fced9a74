import Database from 'better-sqlite3';
import type { Projection } from '../../projections/projection.js';
import { removeViews } from './views-files.js';

interface Contents {
  readonly log: string;
  readonly projections: readonly Projection[];
}

/** The views database of a log with its tables; one that is another log's or is not usable is made anew. */
export function openViewsDatabase(file: string, contents: Contents): Database.Database {
  try {
    const db = openFor(file, contents);
    if (db) return db;
  } catch (error) {
    if (!isUnusable(error)) throw error;
  }
  removeViews(file);
  return openFor(file, contents) as Database.Database;
}

// By code, not by class: the class differs where a module is loaded twice.
const sqliteCode = (error: unknown): string => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
};

/** Not a database, a damaged one, or one without our tables; anything else may pass, and is no reason to delete it. */
const isUnusable = (error: unknown): boolean => /^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(sqliteCode(error));

const STORAGE_FAULT = /^SQLITE_(FULL|IOERR|NOMEM|BUSY|LOCKED|READONLY|CANTOPEN|PERM|AUTH|PROTOCOL|CORRUPT|NOTADB)/;

/** Nothing that is in such a file can be relied on. */
export const isDamage = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(sqliteCode(error));

/** A full disk or a failing one, say: not an event that can't be handled, and the next attempt may succeed. */
export const isStorageFault = (error: unknown): boolean => STORAGE_FAULT.test(sqliteCode(error));

/** The database with its tables, or undefined if it holds the views of another log. */
function openFor(file: string, contents: Contents): Database.Database | undefined {
  const db = new Database(file);
  try {
    if (prepare(db, contents)) return db;
  } catch (error) {
    db.close();
    throw error;
  }
  db.close();
  return undefined;
}

/** @returns whether it holds the views of this log, and be it since just now */
function prepare(db: Database.Database, { log, projections }: Contents): boolean {
  db.pragma('journal_mode = WAL');
  // Views can be rebuilt: a power cut may cost the last batches, never consistency.
  db.pragma('synchronous = NORMAL');
  // Pages, 64 MB: with the default, nearly every batch would wait for the journal to be taken in.
  db.pragma('wal_autocheckpoint = 16000');
  db.pragma('cache_size = -65536');
  const made = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'meta'`).get();
  if (made) return db.prepare(`SELECT value FROM meta WHERE name = 'log'`).pluck().get() === log;
  db.transaction(() => {
    db.exec('CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID');
    db.exec('CREATE TABLE parked (projection TEXT PRIMARY KEY, position INTEGER NOT NULL, error TEXT NOT NULL)');
    for (const { tables } of projections) db.exec(tables);
    db.prepare(`INSERT INTO meta VALUES ('log', ?), ('checkpoint', 0), ('last', NULL)`).run(log);
  })();
  return true;
}
