import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DeadlineExceededError, jsonEvent, UnavailableError, UnknownError } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { collect, numbered, numberedFrom, numbersOf, rejection, staysOpen, warmUp, withWire } from './wire-case.js';
import { WireStore } from './wire-store.js';

/** A server by whose clock no deadline has passed when an append arrives. */
const ON_TIME = { store: new WireStore(() => 0) };

describe('an append whose reply is lost', () => {
  test('never settles, though it is stored and its deadline has passed', () =>
    withWire(async ({ client, server }) => {
      await warmUp(client);
      server.faults.loseReply();
      const lost = client.appendToStream('a', numbered(1), { deadline: 20 });
      await client.appendToStream('b', numbered(2));
      expect(await staysOpen(lost)).toBe(true);
      expect(server.store.stream('a')).toHaveLength(1);
    }, ON_TIME));

  test('is answered with the first revision when it is sent again, also after later events', () =>
    withWire(async ({ client, server }) => {
      const events = numberedFrom(1, 2);
      await warmUp(client);
      server.faults.loseReply();
      const lost = client.appendToStream('a', events, { expectedRevision: 'no_stream' });
      lost.catch(() => undefined);
      await client.appendToStream('a', numbered(3), { expectedRevision: 1n });
      const again = await client.appendToStream('a', events, { expectedRevision: 'no_stream' });
      expect(again.nextExpectedRevision).toBe(1n);
      expect(numbersOf(await collect(client.readStream('a')))).toEqual([1, 2, 3]);
    }));

  test('with the connection is an UnavailableError that says nothing of whether it was stored', () =>
    withWire(async ({ client, server }) => {
      const event = numbered(1);
      server.faults.resetAfterWrite();
      const stored = await rejection(client.appendToStream('a', event, { expectedRevision: 'no_stream' }));
      server.faults.loseRequest();
      const missing = client.appendToStream('b', event, { expectedRevision: 'no_stream' });
      missing.catch(() => undefined);
      await server.faults.allTaken();
      server.faults.reset();
      expect(stored).toBeInstanceOf(UnavailableError);
      expect(await rejection(missing)).toBeInstanceOf(UnavailableError);
      expect([server.store.stream('a').length, server.store.stream('b').length]).toEqual([1, 0]);
      for (const stream of ['a', 'b']) {
        const again = await client.appendToStream(stream, event, { expectedRevision: 'no_stream' });
        expect(again.nextExpectedRevision).toBe(0n);
        expect(server.store.stream(stream)).toHaveLength(1);
      }
    }));
});

describe('an append that the server gives up', () => {
  test('over a commit that takes too long may be stored', () =>
    withWire(async ({ client, server }) => {
      server.faults.commitTimeout();
      const error = await rejection(client.appendToStream('a', numbered(1)));
      expect(error).toBeInstanceOf(DeadlineExceededError);
      expect(server.store.stream('a')).toHaveLength(1);
    }));

  test.each(['busy', 'not-ready'] as const)('as it is %s is an UnknownError, and nothing is stored', (because) =>
    withWire(async ({ client, server }) => {
      server.faults.refuse(2, because);
      for (const _ of [1, 2]) {
        expect(await rejection(client.appendToStream('a', numbered(1)))).toBeInstanceOf(UnknownError);
      }
      expect(await client.appendToStream('a', numbered(1))).toMatchObject({ nextExpectedRevision: 0n });
    }),
  );
});

describe('replies', () => {
  test('that are held back come when they are let go, after the events are to be read', () =>
    withWire(async ({ client, server }) => {
      const release = server.faults.holdReplies();
      const append = client.appendToStream('a', numbered(1));
      const subscription = client.subscribeToStream('a');
      for await (const read of subscription) {
        expect(numbersOf([read])).toEqual([1]);
        break;
      }
      expect(await staysOpen(append, 20)).toBe(true);
      release();
      expect(await append).toMatchObject({ nextExpectedRevision: 0n });
    }));

  test('that come twice are a TypeError that nobody can catch', () =>
    withWire(async ({ server }) => {
      server.faults.duplicateReply();
      const script = `
        import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
        const client = EventStoreDBClient.connectionString(process.argv[1]);
        await client.appendToStream('a', jsonEvent({ type: 'Twice', data: {} }));
        await client.appendToStream('b', jsonEvent({ type: 'After', data: {} }));
        process.exit(0);`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, server.url]);
      let complaint = '';
      child.stderr.on('data', (chunk) => {
        complaint += String(chunk);
      });
      const [code] = await once(child, 'close');
      expect(code).not.toBe(0);
      expect(complaint).toMatch(/TypeError: .*is not iterable/);
    }));
});

describe('the call that carries the appends of a client', () => {
  test('brings as many at once as there are, once it is open', () =>
    withWire(async ({ client, server }) => {
      await warmUp(client);
      const text = 'x'.repeat(2000);
      const append = (_: unknown, n: number) =>
        client.appendToStream(`a${n}`, jsonEvent({ type: 'Large', data: { text } }));
      await Promise.all(Array.from({ length: 1000 }, append));
      expect(server.calls.filter(({ method }) => method === 'batch-append')).toHaveLength(1);
    }));

  test('takes the pending appends of other clients with it when it breaks', () =>
    withWire(async (one) =>
      withWire(async (other) => {
        await warmUp(one.client);
        one.server.faults.loseReply();
        const pending = one.client.appendToStream('a', numbered(1));
        await one.client.appendToStream('b', numbered(2));
        other.server.faults.resetAfterWrite();
        await rejection(other.client.appendToStream('c', numbered(3)));
        expect(await rejection(pending)).toBeInstanceOf(UnavailableError);
        expect(one.server.store.stream('a')).toHaveLength(1);
      }),
    ));

  test('takes every later append and the dispose with it when it ends gracefully', () =>
    withWire(async ({ client, server }) => {
      await client.appendToStream('a', numbered(1));
      server.faults.endAppendsGracefully();
      await collect(client.readStream('a'));
      expect(await staysOpen(client.appendToStream('a', numbered(2)))).toBe(true);
      expect(await staysOpen(client.dispose())).toBe(true);
      expect(server.store.stream('a')).toHaveLength(1);
    }));
});
