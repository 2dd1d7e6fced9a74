import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LogDamaged, LogNotOurs, LogTooNew, LogUnavailable } from '../errors.js';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.js';

/** Where SQLite's file format keeps what tells one database from another. */
const HEADER = { bytes: 100, magic: 'SQLite format 3\0', version: 60, application: 68 };

/** Whether what was committed last may be in the journal only. */
export const hasJournal = (path: string): boolean => sizeOf(`${path}-wal`) > 0;

/** @throws {LogDamaged} when only the journal is there; @throws {LogUnavailable} when there is nothing but must be */
export function assertComplete(path: string, mustExist: boolean): void {
  // Beside nothing, or an empty file, SQLite would throw the journal away, with all that is only there.
  if (sizeOf(path) === 0 && hasJournal(path)) {
    const state = existsSync(path) ? 'empty' : 'missing';
    throw new LogDamaged(`${path} is ${state} but its journal ${path}-wal is there: restore both from a backup`);
  }
  if (mustExist && !existsSync(path)) throw new LogUnavailable(`there is no log at ${path}`);
}

/** @throws {LogUnavailable} naming the file: SQLite would open it for reading and fail at the first append */
export function assertWritable(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    try {
      if (existsSync(file)) accessSync(file, constants.W_OK);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new LogUnavailable(`${file} can't be written: ${reason}`, { cause: error });
    }
  }
}

/**
 * Looks at the file without SQLite, which would take its journal in as soon as it opened it for writing, whoever it
 * belongs to. Not for a file that this process has open already: to close it here would drop the locks it has there.
 * @throws {LogNotOurs} @throws {LogTooNew}
 */
export function assertOurs(path: string): void {
  const header = headerOf(path);
  // Empty, or a start that was cut off before anything was committed: there is nothing to lose.
  if (header.every((byte) => byte === 0)) return;
  if (header.toString('latin1', 0, HEADER.magic.length) !== HEADER.magic) {
    throw new LogNotOurs(`${path} is not a log of this program; it was left as it is`);
  }
  if (header.readUInt32BE(HEADER.application) !== APPLICATION_ID) {
    throw new LogNotOurs(`${path} is a database of another program; it was left as it is`);
  }
  const version = header.readUInt32BE(HEADER.version);
  if (version > SCHEMA_VERSION) throw new LogTooNew(path, version, SCHEMA_VERSION);
}

function headerOf(path: string): Buffer {
  const header = Buffer.alloc(HEADER.bytes);
  if (sizeOf(path) === 0) return header;
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, HEADER.bytes, 0);
    return header;
  } finally {
    closeSync(file);
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Where a log is until its copy is whole, below the directory that it is copied to. */
export const UNFINISHED = 'migrating';

/** @throws {LogUnavailable} where a copy was cut off: what is begun beside it would be another log */
export function assertNoneUnderWay(path: string): void {
  if (existsSync(path) || !existsSync(join(dirname(path), UNFINISHED))) return;
  throw new LogUnavailable(
    `a migration to ${dirname(path)} was cut off: run it again, or delete ${join(dirname(path), UNFINISHED)}`,
  );
}
