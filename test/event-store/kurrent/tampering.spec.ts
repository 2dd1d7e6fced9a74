import { randomUUID } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { LogDamaged, LogUnavailable } from '../../../src/event-store/errors.js';
import { NO_STREAM } from '../../../src/event-store/event-store.js';
import type { KurrentLog } from '../../../src/event-store/kurrent/kurrent-log.js';
import { sealed, sealedRun } from '../sealed.js';
import { temporaryDirectories } from '../sqlite/directories.js';
import { byAnother, eventually, firstOf, kurrentCases, range } from './kurrent-case.js';
import type { WireServer } from './wire/wire-server.js';
import { WireStore } from './wire/wire-store.js';

const start = kurrentCases();

const written = (wire: WireServer, stream: string, type: string, data: string): void => {
  const event = { id: randomUUID(), type, isJson: true, data: Buffer.from(data), metadata: new Uint8Array() };
  wire.store.append(stream, 'any', [event]);
};

const limit = (metadata: string) => (wire: WireServer) => written(wire, '$$regtime.a', '$metadata', metadata);

/** What refuses everything once it is noticed. */
async function expectHalted(store: KurrentLog, message: RegExp): Promise<void> {
  await eventually(() =>
    store.head().then(
      () => false,
      () => true,
    ),
  );
  const asked = [store.head(), store.readStream('a'), store.append('b', 4, [sealed(store.log, 'b', 5)])];
  for (const refused of await Promise.allSettled(asked)) {
    const { reason } = refused as PromiseRejectedResult;
    expect(reason).toBeInstanceOf(LogDamaged);
    expect(String(reason)).toMatch(message);
  }
}

describe('a stream of the log', () => {
  const tamperings: [string, RegExp, (wire: WireServer) => unknown][] = [
    ['deleted softly', /regtime\.a .*\$tb/, (wire) => wire.store.delete('regtime.a', 'any')],
    ['deleted for good', /regtime\.a .*deleted for good/, (wire) => wire.store.tombstone('regtime.a', 'any')],
    ['truncated', /\$tb/, limit('{"$tb":2}')],
    ['limited in number', /\$maxCount/, limit('{"$maxCount":1000}')],
    ['limited in age', /\$maxAge/, limit('{"$maxAge":31536000}')],
    ['written by another program', /not ours/, (wire) => written(wire, 'regtime.a', 'Other', '{}')],
    ['begun by another program', /not ours/, (wire) => written(wire, 'regtime.x', 'Other', '{}')],
  ];
  it.each(tamperings)(
    'that was %s is noticed by all who run, and refused by those who start',
    async (_, what, tamper) => {
      const { wire, store, open } = await start();
      await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 5));
      const other = await open();
      tamper(wire);
      await expectHalted(store, what);
      await expectHalted(other, what);
      await expect(open()).rejects.toThrow(what);
    },
  );

  it('may have metadata that hides nothing', async () => {
    const { wire, store, open } = await start();
    await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 5));
    limit('{"$acl":{"$r":["$admins"]},"owner":"them","$tb":0}')(wire);
    expect(await (await open()).readStream('a')).toHaveLength(5);
    expect(await store.append('a', 4, [sealed(store.log, 'a', 5)])).toMatchObject({ position: 6 });
  });

  it('works again once what hides its events is taken back before a scavenge, and has lost none', async () => {
    const { wire, store, open } = await start();
    await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 5));
    limit('{"$maxCount":2}')(wire);
    await expectHalted(store, /\$maxCount/);
    limit('{}')(wire);
    await eventually(() =>
      store.head().then(
        () => true,
        () => false,
      ),
    );
    expect(await store.readStream('a')).toHaveLength(5);
    expect((await firstOf(await open(), 5)).length).toBe(5);
  });

  it('has lost events for good after a scavenge, also where what hid them is taken back', async () => {
    const { wire, store, open } = await start();
    await store.append('b', NO_STREAM, sealedRun(store.log, 'b', 0, 2));
    await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 5));
    limit('{"$maxCount":2}')(wire);
    wire.store.scavenge();
    limit('{}')(wire);
    await eventually(() =>
      store.head().then(
        () => true,
        () => false,
      ),
    );
    await expect(store.readStream('a')).rejects.toThrow(LogDamaged);
    await expect(open()).rejects.toThrow(/regtime\.a|stream a/);
  });

  it('that was deleted softly is not begun anew by an append that meets it first', async () => {
    const { wire, store } = await start();
    await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 5));
    wire.store.delete('regtime.a', 'any');
    await expect(store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)])).rejects.toThrow(LogDamaged);
    await expectHalted(store, /regtime\.a/);
  });
});

const directories = temporaryDirectories();

describe('a server that was restored from a backup', () => {
  it('is numbered anew by a node that starts', async () => {
    const { wire, store, open } = await start();
    const directory = directories();
    const kept = await open({ directory });
    const { log } = store;
    await store.append('a', NO_STREAM, [sealed(log, 'a', 0), sealed(log, 'a', 1)]);
    const backup = [wire.store.stream('regtime.log'), wire.store.stream('regtime.a')].flat();
    await store.append('a', 1, [sealed(log, 'a', 2)]);
    expect(await kept.head()).toMatchObject({ position: 3 });
    await kept.close();
    await store.close();

    const restored = await start({ store: contentsOf(backup) });
    const again = await restored.open({ directory });
    expect(again.log).toBe(log);
    expect(await again.head()).toMatchObject({ position: 2 });
    await again.append('b', NO_STREAM, [sealed(log, 'b', 0)]);
    expect((await firstOf(again, 3)).map(({ envelope }) => envelope.stream)).toEqual(['a', 'a', 'b']);
  });
});

describe('a server that was restored from a backup under a node that runs', () => {
  it('has lost events of the log: the node says so and answers nothing, nor do those who read there get others', async () => {
    const onFailure = jest.fn();
    const { wire, store } = await start({ onFailure });
    const { log } = store;
    await store.append('a', NO_STREAM, sealedRun(log, 'a', 0, 2));
    const backup = [wire.store.stream('regtime.log'), wire.store.stream('regtime.a')].flat();
    await store.append('a', 1, [sealed(log, 'a', 2)]);
    const read: number[] = [];
    const reading = (async () => {
      for await (const page of store.subscribeAll(1, new AbortController().signal)) {
        read.push(...page.map(({ position }) => position));
      }
    })();
    reading.catch(() => undefined);
    await eventually(() => read.length === 3);
    const restored = contentsOf(backup);
    restored.append('regtime.b', 'any', [byAnother(log, 'b')]);
    await wire.restart(restored);
    await eventually(() =>
      store.head().then(
        () => false,
        (error) => error instanceof LogDamaged,
      ),
    );
    await expectHalted(store, /restored? .*from a backup/);
    await expect(reading).rejects.toBeInstanceOf(LogDamaged);
    expect(read).toEqual([1, 2, 3]);
    expect(onFailure).toHaveBeenLastCalledWith(expect.any(LogDamaged));
  });

  it('is not answered for by what was known of it, until it is known to be the same', async () => {
    const late = { first: 60_000, longest: 60_000 };
    const { wire, store } = await start({ patience: { numbering: 50 }, backoff: late });
    const { log } = store;
    await store.append('a', NO_STREAM, [sealed(log, 'a', 0)]);
    const backup = [...wire.store.stream('regtime.log')];
    const restored = contentsOf(backup);
    // It has the same length.
    restored.append('regtime.b', 'any', [byAnother(log, 'b')]);
    await wire.restart(restored);
    await eventually(() =>
      store.readStream('none').then(
        () => true,
        () => false,
      ),
    );
    await expect(store.head()).rejects.toBeInstanceOf(LogUnavailable);
    await expect(store.readStream('b')).rejects.toBeInstanceOf(LogUnavailable);
  });

  it('has lost only what others had written: the node says so and misses nothing that came in its place', async () => {
    const onFailure = jest.fn();
    const { wire, store } = await start({ onFailure });
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    const backup = [wire.store.stream('regtime.log'), wire.store.stream('regtime.a')].flat();
    for (const _ of range(1, 3_000)) wire.store.appendSystemEvent();
    expect(await store.head()).toMatchObject({ position: 1 });
    const restored = contentsOf(backup);
    restored.append('regtime.b', 'any', [byAnother(store.log, 'b')]);
    await wire.restart(restored);
    await eventually(() =>
      store.head().then(
        ({ position }) => position === 2,
        () => false,
      ),
    );
    expect(onFailure).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'LogUnavailable', message: expect.stringContaining('restore from a backup') }),
    );
    expect(await store.append('b', 0, [sealed(store.log, 'b', 1)])).toMatchObject({ position: 3 });
    expect((await firstOf(store, 3)).map(({ envelope }) => envelope.stream)).toEqual(['a', 'b', 'b']);
  });
});

function contentsOf(events: ReturnType<WireStore['stream']>): WireStore {
  const store = new WireStore();
  for (const event of events) store.append(event.stream, 'any', [event]);
  return store;
}
