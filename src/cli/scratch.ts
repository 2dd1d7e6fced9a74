import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { LogInUse, LogUnavailable } from '../event-store/errors.js';
import { lockForWriting, type WriterLock } from '../event-store/sqlite/writer-lock.js';

const ATTEMPTS = 5;
/** What `mkdtemp` puts behind a prefix. */
const RANDOM = /^\w{6}$/;
const WORK = 'work';
const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** All that lies in such a directory: what holds anything else is somebody's own, whatever it is called. */
const OURS = new Set(['writer.lock', 'writer.lock-journal', WORK]);

/** The prefix where the system has its temporary files. */
export const temporary = (): string => join(tmpdir(), 'regtime-reading-');

interface Scratch {
  readonly directory: string;
  readonly lock: WriterLock;
}

/**
 * Works in a directory of its own that is removed however the work ends, also when it is interrupted. Of work that was
 * killed it stays, and is removed by the next that uses the prefix.
 * @param prefix of its path; something random follows
 */
export async function inScratch<T>(prefix: string, work: (directory: string) => Promise<T>): Promise<T> {
  removeAbandoned(prefix);
  const scratch = taken(prefix);
  const tidy = (): void => remove(scratch);
  const abandon = (): void => {
    tidy();
    process.exit(1);
  };
  for (const signal of INTERRUPTIONS) process.on(signal, abandon);
  try {
    // One below, which the lock is not in: it may be moved elsewhere as it is.
    const directory = join(scratch.directory, WORK);
    mkdirSync(directory);
    return await work(directory);
  } finally {
    for (const signal of INTERRUPTIONS) process.off(signal, abandon);
    tidy();
  }
}

/** Whoever works there has it locked: a lock ends with its process. */
function removeAbandoned(prefix: string): void {
  const [parent, name] = [dirname(prefix), basename(prefix)];
  for (const each of readdirSync(parent)) {
    if (!each.startsWith(name) || !RANDOM.test(each.slice(name.length))) continue;
    const scratch = isOurs(join(parent, each)) ? locked(join(parent, each)) : undefined;
    if (scratch) remove(scratch);
  }
}

function isOurs(directory: string): boolean {
  try {
    return readdirSync(directory).every((name) => OURS.has(name));
  } catch {
    // No directory, or none of this user's.
    return false;
  }
}

function taken(prefix: string): Scratch {
  for (let attempt = 1; ; attempt += 1) {
    const directory = mkdtempSync(prefix);
    const scratch = locked(directory);
    // Until it was locked, another may have taken it for abandoned.
    if (scratch && existsSync(join(directory, 'writer.lock'))) return scratch;
    scratch?.lock.release();
    if (attempt === ATTEMPTS) throw new LogUnavailable(`${directory} was removed by others as soon as it was made`);
  }
}

function locked(directory: string): Scratch | undefined {
  try {
    return { directory, lock: lockForWriting(directory) };
  } catch (error) {
    // Of somebody else's directory nothing is known, and nothing has to be.
    if (error instanceof LogInUse || error instanceof LogUnavailable) return undefined;
    throw error;
  }
}

function remove({ directory, lock }: Scratch): void {
  rmSync(directory, { recursive: true, force: true });
  lock.release();
}
