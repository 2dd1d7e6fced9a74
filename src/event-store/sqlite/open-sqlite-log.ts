import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import type { CommittedGroup } from '../committed-group.js';
import { makeDirectory } from '../durable-files.js';
import { LogNotOurs } from '../errors.js';
import { BUSY_TIMEOUT_MS, makeDurable } from './connection.js';
import { EventReader } from './event-reader.js';
import { type GroupWriter, writerHere } from './group-writer.js';
import { assertComplete, assertNoneUnderWay, assertOurs, assertWritable, hasJournal } from './log-file.js';
import { identify, initialise } from './schema.js';
import { asLogError, isSqliteFailure } from './sqlite-errors.js';
import { SqliteLog } from './sqlite-log.js';
import { ThreadWriter } from './thread-writer.js';
import { lockForWriting, type WriterLock } from './writer-lock.js';

export interface SqliteLogOptions {
  /** Holds `log.db`; made if missing. `:memory:` for a log that ends with the process. */
  readonly directory: string;
  /** Takes no lock, needs an existing log and refuses appends. */
  readonly readOnly?: boolean;
  /** The id of the log that is started where there is none; a new one unless told. */
  readonly startAs?: string;
  /** Milliseconds since 1970-01-01, for the note of when the log was started; record times come with the events. */
  readonly clock: () => number;
  /** Told of every transaction that appends, once it is over. */
  readonly onGroup?: (group: CommittedGroup) => void;
  /** The module of a thread that writes, so that nothing else waits for the disk; without one that is done here. */
  readonly thread?: URL | undefined;
  /** Told when that thread ends by itself. */
  readonly onFailure?: (error: unknown) => void;
}

/**
 * Opens the embedded log, starting a new one where there is none.
 * @throws {LogInUse} @throws {LogUnavailable} @throws {LogNotOurs} @throws {LogTooNew} @throws {LogDamaged}
 */
export function openSqliteLog(options: SqliteLogOptions): SqliteLog {
  const { directory, readOnly = false, startAs, clock, onGroup } = options;
  if (directory === ':memory:') {
    const database = new Database(directory);
    initialise(database, clock(), startAs);
    return new SqliteLog(identify(database), database, writerHere(database, onGroup));
  }
  const path = join(resolve(directory), 'log.db');
  if (readOnly) return openFile(path);
  makeDirectory(dirname(path));
  return openFile(path, { ...options, lock: lockForWriting(dirname(path)) });
}

interface Writer extends Pick<SqliteLogOptions, 'startAs' | 'clock' | 'onGroup' | 'thread' | 'onFailure'> {
  readonly lock: WriterLock;
}

function openFile(path: string, writer?: Writer): SqliteLog {
  let database: Database.Database | undefined;
  try {
    assertComplete(path, writer === undefined);
    if (writer !== undefined) {
      assertNoneUnderWay(path);
      assertOurs(path);
      assertWritable(path);
      if (hasJournal(path)) assertSound(path);
    }
    database = new Database(path, { readonly: writer === undefined, timeout: BUSY_TIMEOUT_MS });
    if (writer !== undefined) initialise(database, writer.clock(), writer.startAs);
    // Whose file it is comes before anything else that would write to it.
    const log = identify(database);
    if (writer !== undefined) makeDurable(database);
    // Every append reads the end of the log: better to learn now that it can't be read.
    new EventReader(database).head();
    return new SqliteLog(log, database, writer && writerFor(database, writer), writer?.lock);
  } catch (error) {
    database?.close();
    writer?.lock.release();
    if (isSqliteFailure(error) && error.code === 'SQLITE_NOTADB') {
      throw new LogNotOurs(`${path} is not a log of this program; it was left as it is`, { cause: error });
    }
    throw asLogError(error, path);
  }
}

/** Opened for writing, the file would take in its journal even where it is then refused. */
function assertSound(path: string): void {
  const database = new Database(path, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    identify(database);
  } finally {
    database.close();
  }
}

const writerFor = (database: Database.Database, { thread, onGroup, onFailure }: Writer): GroupWriter =>
  thread ? new ThreadWriter({ entry: thread, path: database.name, onGroup, onFailure }) : writerHere(database, onGroup);
