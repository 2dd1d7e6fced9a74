import { existsSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { copyDatabase } from '../event-store/sqlite/backup.js';
import { borrow } from './borrow.js';
import { StatusLine } from './status-line.js';

/** Copies a database to a file in a directory of its own, whether a process is writing it or nobody has it open. */
export async function copyTo(copy: string, original: string): Promise<void> {
  const name = basename(original);
  const borrowed = await borrow(dirname(original), name, dirname(copy));
  if (borrowed === dirname(original)) {
    const status = new StatusLine();
    await copyDatabase(original, copy, (done, of) => status.show(() => `copying: ${Math.floor((done * 100) / of)} %`));
    status.clear();
    return;
  }
  // Nobody has the original open, so that the borrowed copy is the copy.
  for (const suffix of ['', '-wal']) {
    const path = join(borrowed, name + suffix);
    if (path !== copy + suffix && existsSync(path)) renameSync(path, copy + suffix);
  }
}
