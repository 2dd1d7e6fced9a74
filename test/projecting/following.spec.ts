import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('that ends on its own has not caught up, and nobody waits for it any longer', async () => {
    follower = await following('process.exit()');
    const started = follower.start();
    follower.look();
    expect(await started).toBe(false);
    expect(await follower.reached(3, 60_000)).toBe(false);
    expect(failures).toEqual([new Error('the thread that follows the log has ended')]);
  });

  it('that cannot open the views is an error at once', async () => {
    await expect(following('', `throw new Error('no log there');`)).rejects.toThrow('no log there');
  });
});
