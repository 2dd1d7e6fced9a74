import { CancelledError, NotLeaderError, UnavailableError } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { collect, numbered, numberedFrom, numbersOf, rejection, staysOpen, warmUp, withWire } from './wire-case.js';

describe('a connection that breaks', () => {
  test('in the middle of a read ends it with an UnavailableError after what had come', () =>
    withWire(async ({ client, server }) => {
      await client.appendToStream('a', numberedFrom(1, 100));
      server.faults.resetAfter(40);
      const seen: unknown[] = [];
      const reading = (async () => {
        for await (const read of client.readStream('a')) seen.push(...numbersOf([read]));
      })();
      expect(await rejection(reading)).toBeInstanceOf(UnavailableError);
      expect(seen).toEqual(numberedFrom(1, 40).map(({ data }) => data.n));
      expect(await collect(client.readStream('a'))).toHaveLength(100);
    }));

  test('gives a typed error first and bare errors with code 14 while the server is away', () =>
    withWire(async ({ client, server }) => {
      await client.appendToStream('a', numbered(1));
      await server.kill();
      expect(await rejection(client.appendToStream('a', numbered(2)))).toBeInstanceOf(UnavailableError);
      const later = await rejection(client.appendToStream('a', numbered(2)));
      expect(later).toMatchObject({ code: 14 });
      for (const type of [UnavailableError, CancelledError, NotLeaderError]) expect(later).not.toBeInstanceOf(type);
    }));

  test('is made anew by the same client once the server is back with what it held', () =>
    withWire(async ({ client, server }) => {
      await client.appendToStream('a', numbered(1));
      await server.kill();
      await rejection(client.appendToStream('a', numbered(2)));
      await server.restart();
      await client.appendToStream('a', numbered(3), { expectedRevision: 0n });
      expect(numbersOf(await collect(client.readStream('a')))).toEqual([1, 3]);
    }));
});

describe('a frozen server', () => {
  const warn = jest.spyOn(console, 'warn');
  beforeAll(() => {
    // The client warns of a keepalive as short as this.
    warn.mockImplementation(() => undefined);
  });
  afterAll(() => warn.mockRestore());

  test('leaves an append open past its deadline, until the server goes on', () =>
    withWire(async ({ client, server }) => {
      await client.appendToStream('a', numbered(1));
      server.faults.freeze();
      const append = client.appendToStream('a', numbered(2), { deadline: 10_000 });
      const short = client.appendToStream('b', numbered(3), { deadline: 20 });
      expect(await staysOpen(Promise.race([append, short]))).toBe(true);
      server.faults.thaw();
      expect(await append).toMatchObject({ nextExpectedRevision: 1n });
      expect(await rejection(short)).toMatchObject({ type: 'deadline-exceeded' });
    }));

  test('is only found out by keepalive, as an UnavailableError', () =>
    withWire(
      async ({ client, server }) => {
        await client.appendToStream('a', numbered(1));
        server.faults.freeze();
        const error = await rejection(client.appendToStream('a', numbered(2), { deadline: 20 }));
        expect(error).toBeInstanceOf(UnavailableError);
        server.faults.thaw();
        expect(await client.appendToStream('a', numbered(3))).toMatchObject({ success: true });
      },
      { settings: '&keepAliveInterval=300&keepAliveTimeout=700' },
    ));

  test('keeps those waiting who connect meanwhile', () =>
    withWire(async ({ client, server }) => {
      server.faults.freeze();
      const append = client.appendToStream('a', numbered(1));
      expect(await staysOpen(append, 50)).toBe(true);
      server.faults.thaw();
      expect(await append).toMatchObject({ nextExpectedRevision: 0n });
    }));
});

test('a slow server answers late and in order', () =>
  withWire(async ({ client, server }) => {
    await warmUp(client);
    server.faults.delay(10);
    const answers = await Promise.all(numberedFrom(0, 4).map((event) => client.appendToStream('a', event)));
    expect(answers.map((answer) => answer.nextExpectedRevision)).toEqual([0n, 1n, 2n, 3n, 4n]);
    expect(numbersOf(await collect(client.readStream('a')))).toEqual([0, 1, 2, 3, 4]);
  }));
