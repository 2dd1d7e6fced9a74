import { existsSync, statSync } from 'node:fs';
import { constants, copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from './failure.js';

const ATTEMPTS = 5;
const FILES = ['', '-wal'];

/**
 * Where a database in WAL mode can be read without leaving a trace: its own directory while another process has it
 * open (or there is none), else a copy in `scratch`. For SQLite puts a journal and an index beside a database that
 * nobody has open, even to read it only, leaves them there, and fails where it can't.
 *
 * @returns the directory in which to open `name`
 */
export async function borrow(directory: string, name: string, scratch: string): Promise<string> {
  const path = join(directory, name);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (isOpen(path) || !existsSync(path)) return directory;
    const before = stateOf(path);
    for (const suffix of FILES) {
      if (!existsSync(path + suffix)) continue;
      await copyFile(path + suffix, join(scratch, name + suffix), constants.COPYFILE_FICLONE);
    }
    if (!isOpen(path) && stateOf(path) === before) return scratch;
    // Somebody began to write half way through: the copy may be torn.
    for (const suffix of FILES) await rm(join(scratch, name + suffix), { force: true });
  }
  throw new Failure(`${path} changes too fast to be read: is a service being started there again and again?`);
}

/** The index is there from when the first opens a database until the last has closed it, or for good after a crash. */
const isOpen = (path: string): boolean => existsSync(`${path}-shm`);

function stateOf(path: string): string {
  return FILES.map((suffix) => statSync(path + suffix, { bigint: true, throwIfNoEntry: false }))
    .map((stat) => (stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs}` : 'none'))
    .join();
}
