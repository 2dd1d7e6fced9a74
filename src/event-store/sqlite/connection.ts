import type Database from 'better-sqlite3';
import { LogUnavailable } from '../errors.js';

/** Other programs, such as a backup, may hold the file for a moment. */
export const BUSY_TIMEOUT_MS = 1000;

/** Has what is committed on a connection be on disk. @throws {LogUnavailable} where that can't be had */
export function makeDurable(database: Database.Database): void {
  if (database.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
    throw new LogUnavailable(`${database.name} is on a file system that has no write-ahead log`);
  }
  // After WAL, for which better-sqlite3 is built with a weaker default.
  database.pragma('synchronous = FULL');
  // Pages: taking the journal in has its price, so let it be due only after some thousand events (32 MB).
  database.pragma('wal_autocheckpoint = 8000');
  // Where fsync doesn't reach the disk (macOS) there is a stronger call; elsewhere this does nothing.
  database.pragma('fullfsync = ON');
}
