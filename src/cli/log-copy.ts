import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { makeDirectory, moveDurably } from '../event-store/durable-files.js';
import { asSingleFile, checkedContents, copyDatabase, type LogContents } from '../event-store/sqlite/backup.js';
import { openSqliteLog } from '../event-store/sqlite/open-sqlite-log.js';
import { lockForWriting } from '../event-store/sqlite/writer-lock.js';
import { borrow } from './borrow.js';
import { Failure } from './failure.js';
import { StatusLine } from './status-line.js';

export type { LogContents };

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
  if (!existsSync(dirname(to))) throw new Failure(`there is no directory ${dirname(to)}`);
  return copied(log, mkdtempSync(`${to}.partial-`), (copy) => {
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
    // A restore that was killed may have left it; under the lock it can be nobody else's.
    const scratch = join(dirname(log), 'restoring');
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch);
    return await copied(from, scratch, (copy) => moveDurably(copy, log));
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

/** Copies a log into an empty directory, checks the copy, has it put where it belongs, and removes the directory. */
async function copied(original: string, scratch: string, deliver: (copy: string) => void): Promise<LogContents> {
  const tidy = (): void => rmSync(scratch, { recursive: true, force: true });
  const abandon = (): void => {
    tidy();
    process.exit(1);
  };
  process.on('SIGINT', abandon).on('SIGTERM', abandon);
  const copy = join(scratch, LOG);
  const status = new StatusLine();
  try {
    await copyTo(copy, original);
    status.show(() => 'checking every event of the copy');
    const contents = await checkedContents(copy);
    deliver(copy);
    return contents;
  } catch (error) {
    // The copy is as its original is, and that is the one a person knows.
    if (error instanceof Error) error.message = error.message.replaceAll(copy, original);
    throw error;
  } finally {
    process.off('SIGINT', abandon).off('SIGTERM', abandon);
    status.clear();
    tidy();
  }
}

async function copyTo(copy: string, original: string): Promise<void> {
  const name = basename(original);
  const borrowed = await borrow(dirname(original), name, dirname(copy));
  if (borrowed === dirname(original)) {
    const status = new StatusLine();
    await copyDatabase(original, copy, (done, of) => status.show(() => `copying: ${Math.floor((done * 100) / of)} %`));
  } else if (name !== LOG) {
    // Nobody has the original open, so that the borrowed copy is the copy.
    for (const suffix of ['', '-wal']) {
      if (existsSync(join(borrowed, name + suffix))) renameSync(join(borrowed, name + suffix), copy + suffix);
    }
  }
  // Whose file it is comes before anything is written to it.
  await openSqliteLog({ directory: dirname(copy), readOnly: true, clock: Date.now }).close();
  asSingleFile(copy);
}
