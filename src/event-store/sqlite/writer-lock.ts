import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { LogInUse, LogUnavailable } from '../errors.js';
import { isSqliteFailure } from './sqlite-errors.js';

/** Held by the one process that writes a data directory. */
export interface WriterLock {
  release(): void;
}

/** Of two that start in the same moment, each may meet the other half way: without a second look, both would give up. */
const SECOND_LOOK_MS = 100;

/**
 * Takes the directory's writer lock, hardly waiting. It is a file lock of the kernel's, taken through SQLite: a killed
 * process can't leave it behind, and a second opener in this very process is refused too.
 * @throws {LogInUse} @throws {LogUnavailable} when the directory can't be written
 */
export function lockForWriting(directory: string): WriterLock {
  let database: Database.Database | undefined;
  try {
    const path = join(directory, 'writer.lock');
    // Of a file that can't be written SQLite takes no lock at all, and says nothing.
    for (const each of [directory, path]) if (existsSync(each)) accessSync(each, constants.W_OK);
    database = new Database(path, { timeout: SECOND_LOOK_MS });
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    if (isSqliteFailure(error) && error.code.startsWith('SQLITE_BUSY')) {
      throw new LogInUse(directory, { cause: error });
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new LogUnavailable(`the data directory ${directory} can't be written: ${reason}`, { cause: error });
  }
  const held = database;
  return { release: () => void held.close() };
}
