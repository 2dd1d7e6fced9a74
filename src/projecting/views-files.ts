import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { debuglog } from 'node:util';

/** Shown by NODE_DEBUG=regtime. */
const debug = debuglog('regtime');

const SUFFIXES = ['', '-wal', '-shm'];
const VIEWS = /^views-[0-9a-f]{12}\.db(-wal|-shm|\.partial)?$/;

/** Deletes a views database with its journal; it is built again from the log. */
export function removeViews(file: string): void {
  for (const suffix of SUFFIXES) rmSync(file + suffix, { force: true });
}

/** Deletes the views of other versions beside `file` and copies of views that were cut off, and nothing else. What can't be deleted stays until later. */
export function removeSuperseded(file: string): void {
  const directory = dirname(file);
  const own = SUFFIXES.map((suffix) => basename(file) + suffix);
  try {
    for (const name of readdirSync(directory).filter((each) => VIEWS.test(each) && !own.includes(each))) {
      rmSync(join(directory, name), { force: true });
      debug('removed the superseded %s', name);
    }
  } catch (error) {
    debug('superseded views stay for now: %s', error);
  }
}
