import { BACKWARDS, binaryEvent, END, StreamNotFoundError, UnknownError } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { collect, numbered, numberedFrom, numbersOf, rejection, revisionsOf, withWire } from './wire-case.js';
import { WireStore } from './wire-store.js';

describe('a stream of the wire server', () => {
  test('is read in both directions, from any revision, up to a count', () =>
    withWire(async ({ client }) => {
      await client.appendToStream('a', numberedFrom(0, 99));
      const read = async (options: Parameters<typeof client.readStream>[1]) =>
        revisionsOf(await collect(client.readStream('a', options)));
      expect(await read({})).toHaveLength(100);
      expect(await read({ fromRevision: 97n })).toEqual([97n, 98n, 99n]);
      expect(await read({ fromRevision: 3n, maxCount: 2 })).toEqual([3n, 4n]);
      expect(await read({ fromRevision: 200n })).toEqual([]);
      expect(await read({ direction: BACKWARDS, fromRevision: END, maxCount: 2 })).toEqual([99n, 98n]);
      expect(await read({ direction: BACKWARDS, fromRevision: 1n })).toEqual([1n, 0n]);
    }));

  test('gives back what was written', () =>
    withWire(async ({ client }) => {
      const data = Uint8Array.of(0, 255, 7);
      await client.appendToStream('ä b', [numbered(1), binaryEvent({ type: 'Binary', data, metadata: data })]);
      const [text, binary] = await collect(client.readStream('ä b'));
      expect(text?.event).toMatchObject({ streamId: 'ä b', isJson: true, type: 'Numbered', data: { n: 1 } });
      expect(text?.event?.created.getTime()).toBeLessThanOrEqual(Date.now());
      expect(binary?.event).toMatchObject({ isJson: false, type: 'Binary' });
      expect(Buffer.from(binary?.event?.data as Uint8Array)).toEqual(Buffer.from(data));
      expect(Buffer.from(binary?.event?.metadata as Uint8Array)).toEqual(Buffer.from(data));
    }));

  test('that was never written to is not found', () =>
    withWire(async ({ client }) => {
      expect(await rejection(collect(client.readStream('a')))).toBeInstanceOf(StreamNotFoundError);
    }));

  test('begins later when it is truncated, by number, by count or by age', async () => {
    let now = Date.UTC(2026, 0, 1);
    const store = new WireStore(() => now);
    await withWire(
      async ({ client }) => {
        await client.appendToStream('a', numberedFrom(0, 4));
        await client.setStreamMetadata('a', { truncateBefore: 2 });
        expect(revisionsOf(await collect(client.readStream('a')))).toEqual([2n, 3n, 4n]);
        await client.setStreamMetadata('a', { maxCount: 1 });
        expect(revisionsOf(await collect(client.readStream('a')))).toEqual([4n]);
        now += 10_000;
        await client.appendToStream('a', numbered(5));
        await client.setStreamMetadata('a', { maxAge: 5 });
        expect(revisionsOf(await collect(client.readStream('a')))).toEqual([5n]);
        await client.setStreamMetadata('a', { truncateBefore: 6 });
        expect(await collect(client.readStream('a'))).toEqual([]);
        expect(await client.getStreamMetadata('a')).toMatchObject({ metadata: { truncateBefore: 6 } });
      },
      { store },
    );
  });
});

describe('$all of the wire server', () => {
  test('has every stream in the order of writing, the system events among them, at positions with gaps', () =>
    withWire(async ({ client, server }) => {
      await client.appendToStream('a', numbered(1));
      server.store.appendSystemEvent();
      await client.appendToStream('b', numberedFrom(2, 3));
      await client.setStreamMetadata('a', { maxCount: 9 });
      const all = await collect(client.readAll());
      expect(all.map(({ event }) => `${event?.streamId} ${event?.type}`).slice(1)).toEqual([
        'a Numbered',
        '$stats-127.0.0.1:2113 $statsCollected',
        'b Numbered',
        'b Numbered',
        '$$a $metadata',
      ]);
      const commits = all.map(({ event }) => event?.position?.commit ?? 0n);
      for (const [index, commit] of commits.slice(1).entries()) {
        expect(commit - (commits[index] ?? 0n)).toBeGreaterThan(1n);
      }
    }));

  test('is read from a position: the event there included forwards, left out backwards', () =>
    withWire(async ({ client }) => {
      const { position } = await client.appendToStream('a', numberedFrom(1, 2));
      await client.appendToStream('a', numberedFrom(3, 4));
      const forwards = await collect(client.readAll({ fromPosition: position }));
      expect(numbersOf(forwards)).toEqual([2, 3, 4]);
      const backwards = await collect(client.readAll({ fromPosition: position, direction: BACKWARDS, maxCount: 1 }));
      expect(numbersOf(backwards)).toEqual([1]);
      const last = await collect(client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1 }));
      expect(numbersOf(last)).toEqual([4]);
    }));

  test('cannot be read from a position where no record starts', () =>
    withWire(async ({ client }) => {
      const { position } = await client.appendToStream('a', numberedFrom(1, 2));
      const astray = { commit: (position?.commit ?? 0n) - 1n, prepare: 0n };
      expect(await rejection(collect(client.readAll({ fromPosition: astray })))).toBeInstanceOf(UnknownError);
    }));

  test('keeps what its stream no longer shows, until it is scavenged', () =>
    withWire(async ({ client, server }) => {
      const { position } = await client.appendToStream('a', numbered(0));
      await client.appendToStream('a', numberedFrom(1, 3));
      await client.setStreamMetadata('a', { truncateBefore: 3 });
      const read = async () => numbersOf(await collect(client.readAll({ fromPosition: position, maxCount: 4 })));
      expect(await read()).toEqual([0, 1, 2, 3]);
      server.store.scavenge();
      expect(await read()).toEqual([3, undefined]);
    }));
});
