import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { LogDamaged, LogInUse, LogUnavailable } from '../../../src/event-store/errors.js';
import { NO_STREAM } from '../../../src/event-store/event-store.js';
import { sealed } from '../sealed.js';
import { temporaryDirectories } from '../sqlite/directories.js';
import { kurrentCases, range } from './kurrent-case.js';

const start = kurrentCases();
const directories = temporaryDirectories();

describe('a log', () => {
  it('is started once, by whoever is first', async () => {
    const { open } = await start();
    const nodes = await Promise.all(range(1, 5).map(() => open({ prefix: 'new.' })));
    expect(new Set(nodes.map(({ log }) => log)).size).toBe(1);
  });

  it('keeps its id', async () => {
    const { store, open } = await start();
    expect((await open()).log).toBe(store.log);
  });

  it('is not started where there are streams without the one that names their log', async () => {
    const { wire, open } = await start();
    const event = { id: randomUUID(), type: 'A', isJson: true, data: Buffer.from('{}'), metadata: new Uint8Array() };
    wire.store.append('lost.a', 'any', [event]);
    await expect(open({ prefix: 'lost.' })).rejects.toBeInstanceOf(LogDamaged);
  });

  it('is not started in place of one that was deleted', async () => {
    const { wire, store, open } = await start();
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    wire.store.delete('regtime.log', 'any');
    await expect(open()).rejects.toBeInstanceOf(LogDamaged);
    wire.store.tombstone('regtime.log', 'any');
    await expect(open()).rejects.toBeInstanceOf(LogDamaged);
  });

  it('is not started by a node whose directory belongs to another one: the prefix is fixed at first', async () => {
    const { open } = await start();
    const directory = directories();
    await (await open({ directory })).close();
    await expect(open({ directory, prefix: 'elsewhere.' })).rejects.toThrow(
      /has no log under the prefix "elsewhere\."/,
    );
    await expect(open({ directory })).resolves.toBeDefined();
  });
});

describe('a directory', () => {
  it('belongs to one node at a time', async () => {
    const { open } = await start();
    const directory = directories();
    await open({ directory });
    await expect(open({ directory })).rejects.toBeInstanceOf(LogInUse);
  });
});

describe('a server', () => {
  it('that is not there is unavailable', async () => {
    const { wire, store, open } = await start();
    await store.close();
    await wire.kill();
    await expect(open()).rejects.toBeInstanceOf(LogUnavailable);
  });
});
