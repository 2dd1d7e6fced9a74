import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeDirectory, moveDurably } from '../durable-files.js';
import { TargetRefused } from '../errors.js';
import type { LogTarget } from '../log-target.js';
import { asSingleFile } from './backup.js';
import { assertComplete, UNFINISHED } from './log-file.js';
import { openSqliteLog } from './open-sqlite-log.js';
import { lockForWriting } from './writer-lock.js';

/**
 * A data directory that a log is copied to. The directory is locked until it is closed.
 * @param log the id of the log that is copied
 * @throws {TargetRefused} where another log is, or a part of one @throws {EventStoreError}
 */
export function openSqliteTarget(directory: string, log: string, clock: () => number): LogTarget {
  const [whole, part] = [resolve(directory), join(resolve(directory), UNFINISHED)];
  if (existsSync(join(whole, 'log.db'))) return { ...targetAt(whole, log, clock), isWhole: true };
  makeDirectory(whole);
  assertComplete(join(whole, 'log.db'), false);
  const lock = lockForWriting(whole);
  try {
    const target = targetAt(part, log, clock);
    return {
      ...target,
      finish: async () => {
        await target.close();
        asSingleFile(join(part, 'log.db'));
        moveDurably(join(part, 'log.db'), join(whole, 'log.db'));
        rmSync(part, { recursive: true, force: true });
      },
      close: async () => {
        await target.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function targetAt(directory: string, log: string, clock: () => number): LogTarget {
  const store = openSqliteLog({ directory, startAs: log, clock });
  if (store.log !== log) {
    void store.close();
    throw new TargetRefused(`in ${directory} there is another log, ${store.log}, not ${log}: choose another target`);
  }
  return {
    stored: () => store.readAll(1),
    // Asked for side by side they share transactions, in this order.
    add: async (events) =>
      void (await Promise.all(
        events.map((event) => store.append(event.envelope.stream, event.envelope.revision - 1, [event])),
      )),
    finish: async () => undefined,
    close: () => store.close(),
  };
}
