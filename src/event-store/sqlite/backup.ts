import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { LogContents } from '../copy-log.js';
import { LogUnavailable } from '../errors.js';
import { openSqliteLog } from './open-sqlite-log.js';
import { asLogError, isSqliteFailure } from './sqlite-errors.js';

/** Pages copied at a time, between which timers and signals have their turn. */
const PAGES = 1_000;

/**
 * Copies a database as it is at this moment, by SQLite's online backup; other processes may go on writing it.
 * @param progress is told how many of how many pages are copied. @throws {LogDamaged} @throws {LogUnavailable}
 */
export async function copyDatabase(
  from: string,
  to: string,
  progress: (copied: number, of: number) => void,
): Promise<void> {
  let source: Database.Database | undefined;
  try {
    source = new Database(from, { readonly: true, fileMustExist: true });
    // Reading all the while pins that moment. Otherwise the copying would begin anew after every commit of another
    // process, and never end where one writes without a pause.
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        progress(totalPages - remainingPages, totalPages);
        return PAGES;
      },
    });
  } catch (error) {
    if (!isSqliteFailure(error) || /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) throw asLogError(error, from);
    const { message, code } = error;
    throw new LogUnavailable(`${from} can't be copied to ${to}: ${message} (${code})`, { cause: error });
  } finally {
    source?.close();
  }
}

/**
 * Takes a log that nobody has open out of WAL mode: what was in its journal is in the file itself afterwards, which can
 * then be read where nothing can be written. Opened by a service, it goes back.
 */
export function asSingleFile(path: string): void {
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { fileMustExist: true });
    if (database.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') {
      throw new LogUnavailable(`${path} is open in another process`);
    }
  } catch (error) {
    throw asLogError(error, path);
  } finally {
    database?.close();
  }
}

/**
 * Checks every event of a log that nobody writes, and tells what it holds.
 * @param path of a file named log.db. @throws {LogNotOurs} @throws {LogTooNew} @throws {LogDamaged} @throws {LogUnavailable}
 */
export async function checkedContents(path: string): Promise<LogContents> {
  const store = openSqliteLog({ directory: dirname(path), readOnly: true, clock: Date.now });
  try {
    await store.verify();
    return { log: store.log, ...(await store.head()), digest: logDigest(path) };
  } finally {
    await store.close();
  }
}

function logDigest(path: string): string {
  const database = new Database(path, { readonly: true });
  try {
    const hash = createHash('sha256');
    const leaves = database.prepare<[], Buffer>('SELECT leaf FROM events ORDER BY seq').pluck();
    for (const leaf of leaves.iterate()) hash.update(leaf);
    return hash.digest('hex');
  } catch (error) {
    throw asLogError(error, path);
  } finally {
    database.close();
  }
}
