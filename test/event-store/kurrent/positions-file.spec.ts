import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { LogUnavailable } from '../../../src/event-store/errors.js';
import { NO_STREAM } from '../../../src/event-store/event-store.js';
import { openKurrentLog } from '../../../src/event-store/kurrent/open-kurrent-log.js';
import { Positions } from '../../../src/event-store/kurrent/positions.js';
import { lockForWriting } from '../../../src/event-store/sqlite/writer-lock.js';
import { sealed, sealedRun } from '../sealed.js';
import { temporaryDirectories } from '../sqlite/directories.js';
import { kurrentCases, range } from './kurrent-case.js';

const start = kurrentCases();
const directories = temporaryDirectories();
const PAGE = 4_096;

const fileIn = (directory: string): string =>
  join(directory, readdirSync(directory).find((name) => /^positions-.*\.db$/.test(name)) ?? '');

/** Overwrites every page from one on, as a bad disk does. */
function damage(file: string, from: number): void {
  const handle = openSync(file, 'r+');
  for (let at = from * PAGE; at < statSync(file).size; at += PAGE)
    writeSync(handle, Buffer.alloc(PAGE, 0x5a), 0, PAGE, at);
  closeSync(handle);
}

describe('a damaged file of positions', () => {
  it('is found at the start wherever it is damaged, and the log numbered again', async () => {
    const { store, open } = await start();
    await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 900));
    const directory = directories();
    await (await open({ directory })).close();
    damage(fileIn(directory), 8);
    const node = await open({ directory });
    expect(await node.append('a', 899, [sealed(store.log, 'a', 900)])).toMatchObject({ position: 901 });
    expect((await node.readStream('a')).map(({ position }) => position).slice(-2)).toEqual([900, 901]);
  });

  it('is unavailable with a sentence while the node runs', async () => {
    const { store, open } = await start();
    const directory = directories();
    await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 900));
    await (await open({ directory })).close();
    damage(fileIn(directory), 3);
    const database = new Database(fileIn(directory), { readonly: true });
    const positions = new Positions(database);
    const reading = () => range(1, 900).map((position) => positions.at(position));
    expect(reading).toThrow(LogUnavailable);
    expect(reading).toThrow('start the node anew');
    database.close();
  });
});

describe('closing', () => {
  it('lets go of the directory and the client also where the last positions can not be written', async () => {
    const { wire } = await start();
    const directory = directories();
    const node = await openKurrentLog({ url: wire.url, directory, clock: Date.now });
    const full = new Database(fileIn(directory));
    full.exec(`CREATE TRIGGER full BEFORE INSERT ON positions BEGIN SELECT RAISE(ABORT, 'disk is full'); END`);
    full.close();
    await node.append('a', NO_STREAM, [sealed(node.log, 'a', 0)]);
    // Unless it was met, and told, when they were to be written before.
    await node.close().catch((error) => expect(String(error)).toContain('disk is full'));
    lockForWriting(directory).release();
  });
});
