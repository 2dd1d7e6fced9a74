import { join } from 'node:path';
import Database from 'better-sqlite3';
import { LogInUse, LogUnavailable } from '../errors.js';
import { isSqliteFailure } from './sqlite-errors.js';

/** Held by the one process that writes a data directory. */
export interface WriterLock {
  release(): void;
}

/**
 * Takes the directory's writer lock without waiting. It is a file lock of the kernel's, taken through SQLite: a killed
 * process can't leave it behind, and a second opener in this very process is refused too.
 * @throws {LogInUse} @throws {LogUnavailable} when the directory can't be written
 */
export function lockForWriting(directory: string): WriterLock {
  let database: Database.Database | undefined;
  try {
    database = new Database(join(directory, 'writer.lock'), { timeout: 0 });
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
