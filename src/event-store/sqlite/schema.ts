import type Database from 'better-sqlite3';
import { v4, validate } from 'uuid';
import { LogDamaged, LogNotOurs, LogTooNew, LogUnavailable } from '../errors.js';

/** "rtlg" in ASCII, in the file's header: how a log of this program is told from any other database. */
export const APPLICATION_ID = 0x72746c67;
export const SCHEMA_VERSION = 1;

// The triggers are no defence against an attacker, but they stop a slip at the sqlite3 prompt. INSERT is guarded too
// because INSERT OR REPLACE would otherwise rewrite an event without firing a DELETE trigger there.
const SCHEMA = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE events (
    seq         INTEGER PRIMARY KEY,
    stream      TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    leaf        BLOB NOT NULL,
    envelope    TEXT NOT NULL,
    salt        TEXT NOT NULL,
    data        TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
  CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
  CREATE TRIGGER events_follow_the_last BEFORE INSERT ON events
    WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM events)
      OR NEW.revision <> (SELECT coalesce(max(revision), -1) + 1 FROM events WHERE stream = NEW.stream)
    BEGIN SELECT RAISE(ABORT, 'an event comes after the last one of the log and of its stream'); END;
`;
const OBJECTS = ['meta', 'events', 'events_are_not_changed', 'events_are_not_removed', 'events_follow_the_last'];

/** Makes an empty database a log, all or nothing; one that holds anything is left as it is. */
export function initialise(database: Database.Database, now: number, log: string = v4()): void {
  if (!isEmpty(database)) return;
  const start = database.transaction(() => {
    database.exec(SCHEMA);
    const setMeta = database.prepare('INSERT INTO meta (name, value) VALUES (?, ?)');
    setMeta.run('log', log);
    setMeta.run('created', new Date(now).toISOString());
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${SCHEMA_VERSION}`);
  });
  start.immediate();
}

/**
 * The id of the log in this database.
 * @throws {LogNotOurs} @throws {LogTooNew} @throws {LogDamaged} @throws {LogUnavailable} when nothing is in it yet
 */
export function identify(database: Database.Database): string {
  const path = database.name;
  if (isEmpty(database)) throw new LogUnavailable(`${path} is empty: no log has been started there yet`);
  if (pragmaNumber(database, 'application_id') !== APPLICATION_ID) {
    throw new LogNotOurs(`${path} is a database of another program; it was left as it is`);
  }
  const version = pragmaNumber(database, 'user_version');
  if (version > SCHEMA_VERSION) throw new LogTooNew(path, version, SCHEMA_VERSION);
  if (version !== SCHEMA_VERSION) throw new LogDamaged(`${path} has schema version ${version}, which never was`);

  const present = new Set(database.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all());
  const missing = OBJECTS.filter((name) => !present.has(name));
  if (missing.length > 0) throw new LogDamaged(`${path} is damaged: ${missing.join(', ')} missing`);
  const log = database.prepare<[], string>("SELECT value FROM meta WHERE name = 'log'").pluck().get();
  if (log === undefined || !validate(log)) throw new LogDamaged(`${path} is damaged: the log's id is missing`);
  return log;
}

function isEmpty(database: Database.Database): boolean {
  const objects = database.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
  return (
    objects === 0 && pragmaNumber(database, 'application_id') === 0 && pragmaNumber(database, 'user_version') === 0
  );
}

const pragmaNumber = (database: Database.Database, pragma: string): number =>
  Number(database.pragma(pragma, { simple: true }));
