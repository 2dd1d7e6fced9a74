import { LogDamaged, LogUnavailable } from '../errors.js';

interface SqliteFailure {
  readonly code: string;
  readonly message: string;
}

/**
 * Whether SQLite threw this. Told by the code: the native module throws the error class of whichever copy of
 * better-sqlite3's JavaScript was loaded first, so `instanceof` fails where there is a second copy.
 */
export function isSqliteFailure(error: unknown): error is SqliteFailure {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_');
}

/** The port's error for what SQLite threw; anything else is returned unchanged. */
export function asLogError(error: unknown, path: string): unknown {
  if (!isSqliteFailure(error)) return error;
  const { code, message } = error;
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new LogDamaged(`${path} is damaged (${message}): restore it from a backup`, { cause: error });
  }
  return new LogUnavailable(`${path} can't be used: ${message} (${code})`, { cause: error });
}
