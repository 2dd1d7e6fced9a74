import { jsonEvent, TimeoutError, UnavailableError, UnknownError } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { collect, emitted, numbered, rejection, type WireCase, withWire } from './wire-case.js';

/** A subscription that has caught up, and the promise of reading it to its end. */
async function following({ client }: WireCase) {
  const subscription = client.subscribeToAll();
  const caughtUp = emitted(subscription, 'caughtUp');
  const reading = collect(subscription);
  // Observed by the test later than it may fail.
  reading.catch(() => undefined);
  await caughtUp;
  return { subscription, reading };
}

describe('a live subscription', () => {
  test('that the server ends gracefully finishes its loop without an error', () =>
    withWire(async (wire) => {
      const { reading } = await following(wire);
      wire.server.faults.endGracefully();
      expect(await reading).toHaveLength(1);
    }));

  test('fails with an UnknownError when the server is told to stop', () =>
    withWire(async (wire) => {
      const { reading } = await following(wire);
      wire.server.faults.terminate();
      expect(await rejection(reading)).toBeInstanceOf(UnknownError);
    }));

  test('fails once with an UnavailableError when the server is killed, and never comes back', () =>
    withWire(async ({ client, server }) => {
      const subscription = client.subscribeToAll();
      const errors: unknown[] = [];
      const seen: unknown[] = [];
      subscription.on('error', (error) => errors.push(error));
      subscription.on('data', (read) => seen.push(read));
      await emitted(subscription, 'caughtUp');
      await server.kill();
      await emitted(subscription, 'error');
      await server.restart();
      await client.appendToStream('a', numbered(1));
      await collect(client.readStream('a'));
      expect(errors).toEqual([expect.any(UnavailableError)]);
      expect(seen).toHaveLength(1);
      expect(server.calls.filter(({ method }) => method === 'subscribe')).toHaveLength(1);
    }));

  test('is dropped with a TimeoutError when it is told that it was too slow, and may subscribe anew', () =>
    withWire(async (wire) => {
      const { reading } = await following(wire);
      wire.server.faults.tooSlow();
      const error = await rejection(reading);
      expect(error).toBeInstanceOf(TimeoutError);
      expect(String(error)).toContain('Consumer too slow to handle event while live');
      const again = await following(wire);
      await again.subscription.unsubscribe();
    }));

  test('is dropped when it leaves more events unread than the server keeps for it', () =>
    withWire(async ({ client, server }) => {
      server.faults.limitLiveBuffer(32);
      const subscription = client.subscribeToAll();
      await emitted(subscription, 'caughtUp');
      const text = 'x'.repeat(20_000);
      for (let n = 0; n < 200; n += 1) {
        await client.appendToStream('a', jsonEvent({ type: 'Large', data: { text } }));
      }
      const seen: unknown[] = [];
      const reading = (async () => {
        for await (const read of subscription) seen.push(read);
      })();
      expect(await rejection(reading)).toBeInstanceOf(TimeoutError);
      expect(seen.length).toBeLessThan(200);
    }));
});
