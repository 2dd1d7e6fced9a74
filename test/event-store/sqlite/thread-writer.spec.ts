import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { CommittedGroup } from '../../../src/event-store/committed-group.js';
import { LogUnavailable } from '../../../src/event-store/errors.js';
import { NO_STREAM } from '../../../src/event-store/event-store.js';
import { openSqliteLog } from '../../../src/event-store/sqlite/open-sqlite-log.js';
import type { SqliteLog } from '../../../src/event-store/sqlite/sqlite-log.js';
import { build } from '../../cli/build.js';
import { eventStoreContract } from '../contract.js';
import { sealed } from '../sealed.js';
import { temporaryDirectories } from './directories.js';

const BUILD_TIMEOUT = 120_000;
const directories = temporaryDirectories();
let thread: URL;
beforeAll(() => {
  thread = pathToFileURL(join(build(), 'src', 'event-store', 'sqlite', 'writer-thread.js'));
}, BUILD_TIMEOUT);

eventStoreContract('the SQLite log that is written in a thread of its own', async () => {
  const directory = directories();
  let store = openSqliteLog({ directory, clock: Date.now, thread });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = openSqliteLog({ directory, clock: Date.now, thread });
      return store;
    },
    close: () => store.close(),
  };
});

describe('a log that is written in a thread of its own', () => {
  let store: SqliteLog;
  afterEach(() => store.close());

  const append = (stream: string) => store.append(stream, NO_STREAM, [sealed(store.log, stream, 0)]);

  it('tells of every group once', async () => {
    const groups: CommittedGroup[] = [];
    store = openSqliteLog({
      directory: directories(),
      clock: Date.now,
      thread,
      onGroup: (group) => groups.push(group),
    });
    await Promise.all(['a', 'b', 'c'].map(append));
    await expect(append('a')).rejects.toThrow('stream a is at revision 0, not -1');
    expect(groups).toMatchObject([
      { stored: 3, refused: 0, failed: 0, events: 3, seconds: expect.any(Number) },
      { stored: 0, refused: 1, failed: 0, events: 0 },
    ]);
  });

  it('has what was accepted stored when it is closed, and refuses what comes later', async () => {
    const directory = directories();
    store = openSqliteLog({ directory, clock: Date.now, thread });
    const accepted = ['a', 'b', 'c'].map(append);
    const closed = store.close();
    await expect(append('d')).rejects.toThrow(LogUnavailable);
    await Promise.all([...accepted, closed]);
    store = openSqliteLog({ directory, clock: Date.now });
    expect((await store.head()).position).toBe(3);
  });

  it('says that it is out of reach while another program holds the file, and goes on afterwards', async () => {
    const directory = directories();
    store = openSqliteLog({ directory, clock: Date.now, thread });
    const other = new Database(join(directory, 'log.db'));
    other.exec('BEGIN IMMEDIATE');
    await expect(append('a')).rejects.toThrow(/log\.db can't be used: database is locked \(SQLITE_BUSY\)/);
    other.exec('ROLLBACK');
    other.close();
    expect(await append('a')).toMatchObject({ revision: 0, position: 1 });
  });

  it('leaves what a thread that ends has not answered for unknown, and starts another for what comes next', async () => {
    const directory = directories();
    const ending = join(directory, 'ending.mjs');
    writeFileSync(
      ending,
      `import { existsSync, writeFileSync } from 'node:fs';
       import { parentPort } from 'node:worker_threads';
       const once = ${JSON.stringify(join(directory, 'ended'))};
       if (!existsSync(once)) parentPort.once('message', () => {
         writeFileSync(once, '');
         throw new Error('out of memory');
       });
       else await import(${JSON.stringify(thread.href)});`,
    );
    const groups: CommittedGroup[] = [];
    const failures: unknown[] = [];
    store = openSqliteLog({
      directory,
      clock: Date.now,
      thread: pathToFileURL(ending),
      onGroup: (group) => groups.push(group),
      onFailure: (error) => failures.push(error),
    });
    const failed = append('a');
    await expect(failed).rejects.toThrow(LogUnavailable);
    await expect(failed).rejects.toThrow(/the thread that writes .*log\.db has ended: out of memory/);
    expect(groups).toMatchObject([{ stored: 0, failed: 1 }]);
    expect(failures.map(String)).toEqual([expect.stringContaining('has ended: out of memory')]);
    await expect(append('a')).rejects.toThrow('is started again in a moment');
    const appended = async (): Promise<object> =>
      append('a').catch(async () => {
        await pause(50);
        return appended();
      });
    expect(await appended()).toMatchObject({ revision: 0, position: 1 });
  });
});
