import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { LogContents } from '../event-store/copy-log.js';
import { makeDirectory, moveDurably } from '../event-store/durable-files.js';
import { asSingleFile, checkedContents } from '../event-store/sqlite/backup.js';
import { openSqliteLog } from '../event-store/sqlite/open-sqlite-log.js';
import { lockForWriting } from '../event-store/sqlite/writer-lock.js';
import { assertDirectory } from './data-dir.js';
import { copyTo } from './database-copy.js';
import { Failure } from './failure.js';
import { inScratch } from './scratch.js';
import { StatusLine } from './status-line.js';

const LOG = 'log.db';
/** Journals that SQLite would play back into a file that gets the name beside them. */
const JOURNALS = ['-wal', '-journal'];

/**
 * Copies the log of a data directory, whether a service is writing it or not, to a file of its own, which gets its name
 * once all of it is checked and safely on disk.
 * @throws {Failure} @throws {EventStoreError}
 */
export async function backUp(directory: string, file: string): Promise<LogContents> {
  const [log, to] = [join(resolve(directory), LOG), resolve(file)];
  assertLog(log);
  assertFree(to, 'a backup never replaces a file');
  assertDirectory(dirname(to));
  return copied(log, `${to}.partial-`, (copy) => {
    assertFree(to, 'a backup never replaces a file');
    moveDurably(copy, to);
  });
}

/**
 * Makes a backup, or any file that is a log, the log of a data directory that has none. The directory is locked all the
 * while, so that no service can start in it half way through.
 * @throws {Failure} @throws {EventStoreError}
 */
export async function restore(file: string, directory: string): Promise<LogContents> {
  const [from, log] = [resolve(file), join(resolve(directory), LOG)];
  const occupied = 'choose another directory, or move it away first';
  assertLog(from);
  assertFree(log, occupied);
  makeDirectory(dirname(log));
  const lock = lockForWriting(dirname(log));
  try {
    // Whoever held the lock until now may have made one.
    assertFree(log, occupied);
    return await copied(from, join(dirname(log), 'restoring-'), (copy) => moveDurably(copy, log));
  } finally {
    lock.release();
  }
}

function assertLog(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Failure(`there is no log at ${path}`);
  if (!stat.isFile()) throw new Failure(`${path} is not a file`);
}

function assertFree(path: string, advice: string): void {
  const taken = ['', ...JOURNALS].map((suffix) => path + suffix).find((each) => existsSync(each));
  if (taken !== undefined) throw new Failure(`${taken} exists already: ${advice}`);
}

/** Copies a log into a directory of its own, checks the copy, and has it put where it belongs. */
const copied = (original: string, prefix: string, deliver: (copy: string) => void): Promise<LogContents> =>
  inScratch(prefix, async (scratch) => {
    const copy = join(scratch, LOG);
    const status = new StatusLine();
    try {
      await copyTo(copy, original);
      // Whose file it is comes before anything is written to it.
      await openSqliteLog({ directory: scratch, readOnly: true, clock: Date.now }).close();
      asSingleFile(copy);
      status.show(() => 'checking every event of the copy');
      const contents = await checkedContents(copy);
      deliver(copy);
      return contents;
    } catch (error) {
      // The copy is as its original is, and that is the one a person knows.
      if (error instanceof Error) error.message = error.message.replaceAll(copy, original);
      throw error;
    } finally {
      status.clear();
    }
  });
