import { describe, expect, it } from '@jest/globals';
import { LogUnavailable } from '../../../src/event-store/errors.js';
import { NO_STREAM } from '../../../src/event-store/event-store.js';
import { openKurrentTarget } from '../../../src/event-store/kurrent/kurrent-target.js';
import { sealed, sealedRun } from '../sealed.js';
import { temporaryDirectories } from '../sqlite/directories.js';
import { eventually, firstOf, kurrentCases, range, VERY_PATIENT } from './kurrent-case.js';
import type { WireServer } from './wire/wire-server.js';

const start = kurrentCases();
const directories = temporaryDirectories();

describe('a subscription that ends', () => {
  const endings: [string, (wire: WireServer) => unknown][] = [
    ['without a word', (wire) => wire.faults.endGracefully()],
    ['as on SIGTERM', (wire) => wire.faults.terminate()],
    ['with its connection', (wire) => wire.faults.reset()],
    ['because its reader is too slow', (wire) => wire.faults.tooSlow()],
    ['with its server, which comes back', (wire) => wire.restart()],
  ];
  it.each(endings)('%s goes on after the last event that was taken', async (_, end) => {
    const { wire, store } = await start();
    const seen = firstOf(store, 30);
    for (const part of range(0, 2)) {
      await store.append(`s${part}`, NO_STREAM, sealedRun(store.log, `s${part}`, 0, 10));
      await end(wire);
      await eventually(() =>
        store.head().then(
          () => true,
          () => false,
        ),
      );
    }
    expect((await seen).map(({ position }) => position)).toEqual(range(1, 30));
    expect(await store.head()).toMatchObject({ position: 30 });
  });

  it('in the middle of catching up goes on from there', async () => {
    const { wire, store, open } = await start({ patience: VERY_PATIENT });
    await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 900));
    wire.faults.resetAfter(400);
    const other = await open();
    expect(await other.head()).toMatchObject({ position: 900 });
    wire.faults.resetAfter(700);
    expect((await firstOf(store, 900)).map(({ position }) => position)).toEqual(range(1, 900));
  });

  it('is an ordinary thing to a subscriber that a stream of writes leaves behind', async () => {
    const { wire, store } = await start({ patience: VERY_PATIENT });
    wire.faults.limitLiveBuffer(32);
    const seen = firstOf(store, 600);
    const appends = range(0, 59).map((index) =>
      store.append(`s${index}`, NO_STREAM, sealedRun(store.log, `s${index}`, 0, 10)),
    );
    const answered = await Promise.all(appends);
    expect(answered.every(({ position }) => typeof position === 'number')).toBe(true);
    expect((await seen).map(({ position }) => position)).toEqual(range(1, 600));
  });
});

describe('a read from a server that stands still', () => {
  it('is given up, of the log as of a target that is to be copied to', async () => {
    const { wire, store } = await start({ patience: { ...VERY_PATIENT, reading: 200 } });
    await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 3));
    const { url } = wire;
    const target = await openKurrentTarget({ url, log: store.log, clock: Date.now, patience: 200 });
    const reads = [store.readAll(1), target.stored()].map((pages) => pages[Symbol.asyncIterator]().next());
    wire.faults.freeze();
    await Promise.all(reads.map((read) => expect(read).rejects.toThrow('sent nothing for 200 ms')));
    wire.faults.thaw();
    expect((await firstOf(store, 3)).map(({ position }) => position)).toEqual([1, 2, 3]);
    await target.close();
  });
});

describe('a server of a later version', () => {
  it('is followed as well: it tells a checkpoint before it says that all has come', async () => {
    const { wire, store, open } = await start({ tellsCheckpointFirst: true });
    await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 40));
    for (const _ of range(1, 3)) wire.store.appendSystemEvent();
    const directory = directories();
    const kept = await open({ directory });
    expect((await firstOf(kept, 40)).map(({ position }) => position)).toEqual(range(1, 40));
    await kept.close();
    wire.faults.endGracefully();
    const again = await open({ directory });
    await again.append('a', 39, [sealed(store.log, 'a', 40)]);
    expect(await again.head()).toMatchObject({ position: 41 });
    await eventually(async () => (await store.head().catch(() => undefined))?.position === 41);
  });
});

describe('a read', () => {
  it('of the log goes on where it was broken off', async () => {
    const { wire, store } = await start({ patience: VERY_PATIENT });
    await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 900));
    wire.faults.resetAfter(600);
    const positions: number[] = [];
    for await (const page of store.readAll(1)) positions.push(...page.map(({ position }) => position));
    expect(positions).toEqual(range(1, 900));
  });

  it('is unavailable when the server is down', async () => {
    const { wire, store } = await start({ patience: VERY_PATIENT });
    await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 3));
    await wire.kill();
    const reading = async () => {
      for await (const _ of store.readAll(1));
    };
    await expect(reading()).rejects.toBeInstanceOf(LogUnavailable);
  });
});

describe('positions', () => {
  it('are the same on every node, after a restart, and when they are counted anew', async () => {
    const { store, open, wire } = await start();
    const directory = directories();
    const kept = await open({ directory });
    const at = (minute: number) => `2026-11-21T09:0${minute}:00.000Z`;
    for (const [index, minute] of [5, 3, 7, 1].entries()) {
      const node = index % 2 === 0 ? store : kept;
      wire.store.appendSystemEvent();
      await node.append(`s${index}`, NO_STREAM, [sealed(store.log, `s${index}`, 0, { recordedAt: at(minute) })]);
    }
    await kept.close();
    await store.append('s9', NO_STREAM, [sealed(store.log, 's9', 0, { recordedAt: at(2) })]);
    const nodes = [store, await open({ directory }), await open()];
    for (const node of nodes) {
      const events = await firstOf(node, 5);
      expect(events.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
      expect(events.map(({ recordedAt }) => recordedAt)).toEqual([5, 5, 7, 7, 7].map(at));
      expect(events.map(({ envelope }) => envelope.stream)).toEqual(['s0', 's1', 's2', 's3', 's9']);
      expect(await node.head()).toEqual({ position: 5, recordedAt: at(7) });
    }
  });

  it('count every event of our streams and no other', async () => {
    const { store, wire, open } = await start();
    const foreign = (stream: string) =>
      wire.store.append(stream, 'any', [
        { id: crypto.randomUUID(), type: 'Other', isJson: true, data: Buffer.from('{}'), metadata: new Uint8Array() },
      ]);
    foreign('other-1');
    foreign('regtimex.a');
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0, { type: 'NeverHeardOf' })]);
    foreign('regtime');
    const others = await open({ prefix: 'test.' });
    await others.append('a', NO_STREAM, [sealed(others.log, 'a', 0)]);
    await store.append('b', NO_STREAM, [sealed(store.log, 'b', 0)]);
    expect(await store.head()).toMatchObject({ position: 2 });
    expect(await others.head()).toMatchObject({ position: 1 });
    expect(others.log).not.toBe(store.log);
  });

  it('take in what another node has just written before they tell where the log ends', async () => {
    const { store, open } = await start();
    const other = await open();
    for (const revision of range(0, 19)) {
      await store.append('a', revision - 1, [sealed(store.log, 'a', revision)]);
      expect(await other.head()).toMatchObject({ position: revision + 1 });
    }
  });

  it("of an append are the store's own too where its answer did not say where it is, nor is it numbered yet", async () => {
    const { wire, open } = await start();
    const store = await open({ patience: { numbering: 100 }, backoff: { first: 3_000, longest: 3_000 } });
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    wire.faults.terminate();
    wire.faults.omitPosition();
    const { position } = await store.append('a', 0, [sealed(store.log, 'a', 1)]);
    const { position: kept } = wire.store.stream('regtime.a').at(-1) ?? {};
    expect(position).toBe(`store:${kept}/${kept}`);
  });

  it("of an append are the store's own if numbering takes too long, and are exchanged for the log's later", async () => {
    const { wire, open } = await start();
    const store = await open({ patience: { numbering: 100 }, backoff: { first: 3_000, longest: 3_000 } });
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    wire.faults.terminate();
    const appended = await store.append('a', 0, [sealed(store.log, 'a', 1)]);
    expect(appended).toMatchObject({ revision: 1, position: expect.stringMatching(/^store:\d+\/\d+$/) });
    const text = appended.position as `store:${string}`;
    await expect(store.positionOf(text)).rejects.toBeInstanceOf(LogUnavailable);
    await eventually(
      () =>
        store.positionOf(text).then(
          (position) => position === 2,
          () => false,
        ),
      30_000,
    );
    await store.append('a', 1, [sealed(store.log, 'a', 2)]);
    expect(await store.positionOf('store:1/1')).toBeUndefined();
  });
});
