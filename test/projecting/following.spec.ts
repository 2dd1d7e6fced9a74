import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { PROJECTIONS } from '../../projections/index.js';
import type { EventStore, RecordedEvent } from '../../src/event-store/event-store.js';
import { Projector } from '../../src/projecting/projector.js';
import { ThreadFollower } from '../../src/projecting/thread-follower.js';
import { Views } from '../../src/projecting/views.js';
import { temporaryDirectories } from '../event-store/sqlite/directories.js';
import { LOG, recorded } from '../projections/events.js';

const directories = temporaryDirectories();

const registered = (position: number): RecordedEvent =>
  recorded(position, `entity-e${position}`, { type: 'EntityRegistered', data: { type: 'topic', name: 'x' } });

/** A log of four events whose subscriptions end as they are told to, one after the other; the last goes on. */
function logEnding(...ends: readonly (() => void)[]): EventStore & { readonly asked: readonly number[] } {
  const asked: number[] = [];
  const log = {
    log: LOG,
    asked,
    head: async () => ({ position: 4, recordedAt: null }),
    async *subscribeAll(from: number, signal: AbortSignal) {
      const end = ends[asked.length];
      asked.push(from);
      for (let position = from; position <= 4; position++) {
        yield [registered(position)];
        if (position % 2 === 0) end?.();
      }
      if (!signal.aborted) await once(signal, 'abort');
    },
  };
  return log as unknown as EventStore & { readonly asked: readonly number[] };
}

describe('a log that fails while it is followed', () => {
  it('is followed again from the checkpoint, and the failure told', async () => {
    const lost = new Error('the connection is lost');
    const log = logEnding(() => {
      throw lost;
    });
    const views = Views.open({ directory: ':memory:', log: LOG, projections: PROJECTIONS });
    const failures: unknown[] = [];
    const projector = new Projector(log, views, (error) => failures.push(error));
    expect(await projector.start()).toBe(true);
    expect([failures, log.asked, views.checkpoint]).toEqual([[lost], [1, 3], 4]);
    await projector.close();
  });
});

describe('views that are closed before they have caught up', () => {
  it('have not caught up, and nobody waits for them any longer', async () => {
    const log = { ...logEnding(), head: async () => ({ position: 9, recordedAt: null }) };
    const views = Views.open({ directory: ':memory:', log: LOG, projections: PROJECTIONS });
    const projector = new Projector(log, views, (error) => {
      throw error;
    });
    const started = projector.start();
    const waiting = projector.reached(9, 60_000);
    await projector.reached(4, 60_000);
    await projector.close();
    expect([await started, await waiting, await projector.reached(9, 60_000)]).toEqual([false, false, false]);
    expect(await projector.reached(4, 0)).toBe(true);
  });
});

describe('the thread that follows the log', () => {
  let follower: ThreadFollower | undefined;
  afterEach(async () => {
    await follower?.close();
    follower = undefined;
  });

  const failures: unknown[] = [];

  /** Follows a thread that does this once it has told of views at position 2; the log is at position 3. */
  async function following(
    then: string,
    first = 'tell({ file, checkpoint: 2, parked: [] });',
  ): Promise<ThreadFollower> {
    const directory = directories();
    const file = join(directory, 'views.db');
    new Database(file).close();
    const entry = join(directory, 'thread.mjs');
    writeFileSync(
      entry,
      `import { parentPort, workerData } from 'node:worker_threads';
       const file = workerData.directory + '/views.db';
       const tell = (message) => parentPort.postMessage(message);
       parentPort.on('message', (message) => { if (message === 'close') process.exit(); ${then} });
       ${first}`,
    );
    failures.length = 0;
    return ThreadFollower.open({
      entry: new URL(`file://${entry}`),
      directory,
      head: async () => ({ position: 3, recordedAt: null }),
      onFailure: (error) => failures.push(error),
    });
  }

  it('tells how far the views are and what is parked', async () => {
    const parked = [{ projection: 'facts', position: 3, error: 'Error: x' }];
    follower = await following(`tell({ file, checkpoint: 3, parked: ${JSON.stringify(parked)} })`);
    expect([follower.checkpoint, follower.parked]).toEqual([2, []]);
    follower.look();
    expect(await follower.start()).toBe(true);
    expect([follower.checkpoint, follower.parked]).toEqual([3, parked]);
  });

  it('that fails and goes on says so', async () => {
    follower = await following(`tell({ failure: 'disk full' }); tell({ file, checkpoint: 3, parked: [] })`);
    follower.look();
    expect(await follower.reached(3, 60_000)).toBe(true);
    expect(failures).toEqual([new Error('disk full')]);
  });

  /** What the thread does when started for the first time, the second time … */
  const times = (...each: string[]): string =>
    `import { appendFileSync, readFileSync, rmSync } from 'node:fs';
     import Database from ${JSON.stringify(createRequire(import.meta.url).resolve('better-sqlite3'))};
     appendFileSync(file + '.starts', '.');
     const starts = readFileSync(file + '.starts').length;
     ${each.map((what, index) => `if (starts ${index + 1 < each.length ? '=' : '>'}= ${index + 1}) { ${what} }`).join(' else ')}`;
  const telling = (checkpoint: number): string => `tell({ file, checkpoint: ${checkpoint}, parked: [] });`;

  it('is started again when it ends; meanwhile nobody waits for it, and it is said once', async () => {
    follower = await following('process.exit()', times(telling(2), 'throw new Error("not yet")', telling(3)));
    const started = follower.start();
    const waiting = follower.reached(3, 60_000);
    follower.look();
    expect(await waiting).toBe(false);
    expect([follower.interrupted, await follower.reached(3, 60_000)]).toEqual([true, false]);
    expect(await started).toBe(true);
    expect([follower.interrupted, follower.checkpoint]).toEqual([false, 3]);
    expect(failures).toEqual([new Error('the thread that follows it has ended')]);
  });

  it('builds views anew that are not asked before they hold what was known', async () => {
    const made = (what: string): string =>
      `rmSync(file);
       new Database(file).exec("CREATE TABLE told (what); INSERT INTO told VALUES ('${what}')").close();`;
    follower = await following(
      `if (starts === 2) ${telling(2)} else process.exit()`,
      times(`${made('old')} ${telling(2)}`, `${made('new')} ${telling(0)} ${telling(1)}`),
    );
    const { sql } = follower;
    const told = (): string | undefined => sql.get<{ what: string }>('SELECT what FROM told')?.what;
    follower.look();
    while (!follower.interrupted) await new Promise(setImmediate);
    await pause(500);
    expect([follower.checkpoint, told()]).toEqual([2, 'old']);
    while (follower.interrupted) {
      follower.look();
      await pause(20);
    }
    expect([follower.checkpoint, told()]).toEqual([2, 'new']);
  });

  it('that ends while the service closes is not started again', async () => {
    follower = await following('process.exit()');
    const started = follower.start();
    follower.look();
    await follower.close();
    expect([await started, await follower.reached(3, 60_000)]).toEqual([false, false]);
  });

  it('that cannot open the views is an error at once', async () => {
    await expect(following('', `throw new Error('no log there');`)).rejects.toThrow('no log there');
  });
});
