import {
  DeadlineExceededError,
  jsonEvent,
  MaxAppendSizeExceededError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { collect, numbered, numberedFrom, numbersOf, rejection, withWire } from './wire-case.js';

describe('an append to the wire server', () => {
  test('is answered with the revision and the position of its last event', () =>
    withWire(async ({ client }) => {
      const appended = await client.appendToStream('a', numberedFrom(1, 3), { expectedRevision: 'no_stream' });
      const last = (await collect(client.readStream('a'))).at(-1);
      expect(appended).toEqual({ success: true, nextExpectedRevision: 2n, position: last?.event?.position });
    }));

  test('at a revision that is past is refused with an error whose message is empty', () =>
    withWire(async ({ client }) => {
      await client.appendToStream('a', numberedFrom(1, 3));
      const error = await rejection(client.appendToStream('a', numbered(4), { expectedRevision: 1n }));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({ message: '', streamName: 'a', expectedVersion: 1n, actualVersion: 2n });
    }));

  test('at a revision that is still to come is refused, naming no_stream where there is none', () =>
    withWire(async ({ client }) => {
      const error = await rejection(client.appendToStream('a', numbered(1), { expectedRevision: 0n }));
      expect(error).toMatchObject({ expectedVersion: 0n, actualVersion: 'no_stream' });
    }));

  test('with stream_exists is refused where nothing was written', () =>
    withWire(async ({ client }) => {
      const error = await rejection(client.appendToStream('a', numbered(1), { expectedRevision: 'stream_exists' }));
      expect(error).toMatchObject({ expectedVersion: 'stream_exists', actualVersion: 'no_stream' });
    }));

  test('with ids that are stored at that revision gets the first answer again, also after later events', () =>
    withWire(async ({ client, server }) => {
      const events = numberedFrom(1, 2);
      const first = await client.appendToStream('a', events, { expectedRevision: 'no_stream' });
      await client.appendToStream('a', numberedFrom(3, 5), { expectedRevision: 1n });
      expect(await client.appendToStream('a', events, { expectedRevision: 'no_stream' })).toEqual(first);
      expect(server.store.stream('a')).toHaveLength(5);
    }));

  test('is compared by ids only, never by content', () =>
    withWire(async ({ client, server }) => {
      const first = await client.appendToStream('a', numbered(1, 'One', ID), { expectedRevision: 'no_stream' });
      const second = await client.appendToStream('a', numbered(2, 'Two', ID), { expectedRevision: 'no_stream' });
      expect(second).toEqual(first);
      expect(server.store.stream('a').map((event) => event.type)).toEqual(['One']);
    }));

  test('of stored and new ids together is refused', () =>
    withWire(async ({ client, server }) => {
      const [one, two] = numberedFrom(1, 2);
      if (!one || !two) throw new Error('no events');
      await client.appendToStream('a', [one, two], { expectedRevision: 'no_stream' });
      const mixed = client.appendToStream('a', [one, numbered(3)], { expectedRevision: 'no_stream' });
      expect(await rejection(mixed)).toBeInstanceOf(WrongExpectedVersionError);
      const longer = client.appendToStream('a', [one, two, numbered(3)], { expectedRevision: 'no_stream' });
      expect(await rejection(longer)).toBeInstanceOf(WrongExpectedVersionError);
      expect(await client.appendToStream('a', one, { expectedRevision: 'no_stream' })).toMatchObject({
        nextExpectedRevision: 0n,
      });
      expect(server.store.stream('a')).toHaveLength(2);
    }));

  test('without a revision is known by its ids until the server restarts', () =>
    withWire(async ({ client, server }) => {
      const event = numbered(1);
      const first = await client.appendToStream('a', event);
      expect(await client.appendToStream('a', event)).toEqual(first);
      await server.restart();
      await rejection(client.appendToStream('a', event));
      expect(await client.appendToStream('a', event)).toMatchObject({ nextExpectedRevision: 1n });
    }));

  test('without events succeeds where nothing was written, and is refused at a past revision', () =>
    withWire(async ({ client, server }) => {
      expect(await client.appendToStream('a', [], { expectedRevision: 'no_stream' })).toMatchObject({ success: true });
      expect(server.store.stream('a')).toEqual([]);
      await client.appendToStream('a', numbered(1));
      const error = await rejection(client.appendToStream('a', [], { expectedRevision: 'no_stream' }));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
    }));

  test('in several requests is stored as one', () =>
    withWire(async ({ client, server }) => {
      await client.appendToStream('a', numberedFrom(1, 20), { batchAppendSize: 200 });
      expect(numbersOf(await collect(client.readStream('a')))).toEqual(numberedFrom(1, 20).map(({ data }) => data.n));
      expect(server.store.log.records.filter(({ stream }) => stream === 'a')).toHaveLength(20);
    }));

  test('with more data than the limit is refused; metadata is not counted', () =>
    withWire(
      async ({ client, server }) => {
        const text = 'x'.repeat(600);
        const event = () => jsonEvent({ type: 'Large', data: { text }, metadata: { text } });
        const error = await rejection(client.appendToStream('a', [event(), event()]));
        expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
        expect(error).toMatchObject({ maxAppendSize: 1000 });
        await client.appendToStream('a', event());
        expect(server.store.stream('a')).toHaveLength(1);
      },
      { maxAppendSize: 1000 },
    ));

  test('that arrives after its deadline is refused and not stored', () =>
    withWire(async ({ client, server }) => {
      server.faults.delay(30);
      const error = await rejection(client.appendToStream('a', numbered(1), { deadline: 1 }));
      expect(error).toBeInstanceOf(DeadlineExceededError);
      expect(server.store.stream('a')).toEqual([]);
    }));

  test('goes by a call of its own where the server knows no batches', () =>
    withWire(
      async ({ client, server }) => {
        const events = numberedFrom(1, 2);
        const first = await client.appendToStream('a', events, { expectedRevision: 'no_stream' });
        expect(first).toMatchObject({ nextExpectedRevision: 1n });
        expect(await client.appendToStream('a', events, { expectedRevision: 'no_stream' })).toEqual(first);
        const error = await rejection(client.appendToStream('a', numbered(3), { expectedRevision: 0n }));
        expect(error).toMatchObject({ expectedVersion: 0n, actualVersion: 1n });
        const large = jsonEvent({ type: 'Large', data: 'x'.repeat(1001) });
        expect(await rejection(client.appendToStream('a', large))).toBeInstanceOf(MaxAppendSizeExceededError);
        expect(server.calls.filter(({ method }) => method === 'append')).toHaveLength(4);
      },
      { maxAppendSize: 1000, batchAppend: false },
    ));
});

describe('throwOnAppendFailure=false', () => {
  test('answers a conflict with revision 1, whatever the stream is at', () =>
    withWire(
      async ({ client }) => {
        await client.appendToStream('a', numberedFrom(1, 5));
        expect(await client.appendToStream('a', numbered(6), { expectedRevision: 0n })).toMatchObject({
          success: false,
          nextExpectedRevision: 1n,
        });
      },
      { settings: '&throwOnAppendFailure=false' },
    ));
});

const ID = '018f3d5c-0000-7000-8000-000000000001';
