import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { LogUnavailable } from '../errors.js';

const FORMAT = 1;
const SUFFIXES = ['', '-wal', '-shm'];

// `streams` is what shows that an event of a stream has gone: its next one doesn't follow the last that was numbered.
const SCHEMA = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE positions (
    seq         INTEGER PRIMARY KEY,
    commit_at   INTEGER NOT NULL,
    prepare_at  INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    UNIQUE (commit_at, prepare_at)
  ) STRICT;
  CREATE TABLE streams (stream TEXT PRIMARY KEY, revision INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE limits (stream TEXT PRIMARY KEY, what TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

export interface PositionsOptions {
  /** Made by the caller; `:memory:` for positions that end with the process. */
  readonly directory: string;
  readonly log: string;
  readonly prefix: string;
  readonly readOnly?: boolean;
}

export const positionsFile = (directory: string, log: string): string => join(directory, `positions-${log}.db`);

/** Opens the positions of a log, starting over where the file can't be used: all that is in it is derived. */
export function openPositionsDatabase(options: PositionsOptions): Database.Database {
  const { directory, log, readOnly = false } = options;
  if (directory === ':memory:') return startedOver(':memory:', options);
  const file = positionsFile(directory, log);
  if (readOnly) {
    if (!existsSync(file)) throw new LogUnavailable(`the log is not numbered yet: there is no ${file}`);
    return new Database(file, { readonly: true });
  }
  const kept = openIfSound(file, options);
  if (kept) return kept;
  for (const suffix of SUFFIXES) rmSync(file + suffix, { force: true });
  return startedOver(file, options);
}

function openIfSound(file: string, { log, prefix }: PositionsOptions): Database.Database | undefined {
  if (!existsSync(file)) return undefined;
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    // A page that is damaged in the middle may not be read for long, and fail all that comes to it then.
    const isSound = database.pragma('quick_check(1)', { simple: true }) === 'ok';
    const meta = new Map(database.prepare<[], [string, string]>('SELECT name, value FROM meta').raw().all());
    if (isSound && meta.get('format') === String(FORMAT) && meta.get('log') === log && meta.get('prefix') === prefix) {
      return tuned(database);
    }
  } catch (error) {
    database?.close();
    const { code } = error as { readonly code?: unknown };
    // Anything but damage may pass, and is no reason to delete the file.
    if (typeof code !== 'string' || !/^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(code)) throw error;
    return undefined;
  }
  database.close();
  return undefined;
}

function startedOver(file: string, { log, prefix }: PositionsOptions): Database.Database {
  const database = tuned(new Database(file));
  database.transaction(() => {
    database.exec(SCHEMA);
    const set = database.prepare('INSERT INTO meta VALUES (?, ?)');
    for (const pair of [
      ['format', String(FORMAT)],
      ['log', log],
      ['prefix', prefix],
    ])
      set.run(...pair);
  })();
  return database;
}

function tuned(database: Database.Database): Database.Database {
  database.pragma('journal_mode = WAL');
  // What a power cut costs is numbered again.
  database.pragma('synchronous = NORMAL');
  return database;
}
