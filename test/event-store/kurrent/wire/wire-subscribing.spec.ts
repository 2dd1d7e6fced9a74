import {
  type AllStreamSubscription,
  END,
  eventTypeFilter,
  type Position,
  StreamDeletedError,
  streamNameFilter,
  UnknownError,
} from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { collect, emitted, numbered, numberedFrom, numbersOf, rejection, withWire } from './wire-case.js';

/** Reads until there are so many, then unsubscribes. */
async function take(subscription: AllStreamSubscription, count: number) {
  const taken = [];
  for await (const read of subscription) {
    taken.push(read);
    if (taken.length === count) break;
  }
  await subscription.unsubscribe();
  return taken;
}

/** What a subscription brings before it has caught up. */
async function untilCaughtUp(subscription: AllStreamSubscription) {
  subscription.once('caughtUp', () => subscription.unsubscribe());
  return collect(subscription);
}

describe('a subscription to $all of the wire server', () => {
  test('brings what its filter lets through: first the past, then caughtUp, then what is appended', () =>
    withWire(async ({ client, server }) => {
      await client.appendToStream('ours.a', numberedFrom(1, 40));
      await client.appendToStream('theirs', numberedFrom(1, 40));
      await client.appendToStream('ours.b', numbered(41));
      const subscription = client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['ours.'] }) });
      let atCaughtUp = -1;
      const seen: unknown[] = [];
      subscription.once('caughtUp', async () => {
        atCaughtUp = seen.length;
        server.store.appendSystemEvent();
        await client.appendToStream('theirs', numbered(42));
        await client.appendToStream('ours.c', numberedFrom(42, 43));
      });
      for await (const read of subscription) {
        seen.push(...numbersOf([read]));
        if (seen.length === 43) break;
      }
      expect(seen).toEqual(numberedFrom(1, 43).map(({ data }) => data.n));
      expect(atCaughtUp).toBe(41);
    }));

  test('that ends at caughtUp reads one part of the log', () =>
    withWire(async ({ client }) => {
      await client.appendToStream('ours.a', numberedFrom(1, 70));
      await client.appendToStream('theirs', numberedFrom(71, 140));
      await client.appendToStream('ours.b', numberedFrom(141, 142));
      const filter = streamNameFilter({ regex: '^ours\\.' });
      expect(numbersOf(await untilCaughtUp(client.subscribeToAll({ filter })))).toHaveLength(72);
    }));

  test('can be filtered by event type', () =>
    withWire(async ({ client }) => {
      await client.appendToStream('a', [numbered(1, 'One'), numbered(2, 'Two'), numbered(3, 'One')]);
      const filter = eventTypeFilter({ regex: '^One$' });
      expect(numbersOf(await take(client.subscribeToAll({ filter }), 2))).toEqual([1, 3]);
    }));

  test('begins after the position it is given', () =>
    withWire(async ({ client }) => {
      const { position } = await client.appendToStream('a', numberedFrom(1, 2));
      await client.appendToStream('a', numberedFrom(3, 4));
      expect(numbersOf(await take(client.subscribeToAll({ fromPosition: position }), 2))).toEqual([3, 4]);
    }));

  test('from the end brings only what comes', () =>
    withWire(async ({ client }) => {
      await client.appendToStream('a', numberedFrom(1, 2));
      const subscription = client.subscribeToAll({ fromPosition: END });
      subscription.once('caughtUp', () => client.appendToStream('a', numbered(3)));
      expect(numbersOf(await take(subscription, 1))).toEqual([3]);
    }));

  test('fails at a position where no record starts', () =>
    withWire(async ({ client }) => {
      const { position } = await client.appendToStream('a', numberedFrom(1, 2));
      const astray = { commit: (position?.commit ?? 0n) - 1n, prepare: 0n };
      const subscription = client.subscribeToAll({ fromPosition: astray });
      expect(await rejection(take(subscription, 1))).toBeInstanceOf(UnknownError);
    }));

  test('is told of its progress past what the filter leaves out', () =>
    withWire(async ({ client }) => {
      await client.appendToStream('theirs', numberedFrom(1, 10));
      const ours = await client.appendToStream('ours', numbered(11));
      const reached: Position[] = [];
      let told = (): void => undefined;
      const subscription = client.subscribeToAll({
        filter: streamNameFilter({
          prefixes: ['ours'],
          maxSearchWindow: 5,
          checkpointReached: (_, at) => {
            reached.push(at);
            told();
          },
        }),
      });
      subscription.resume();
      await emitted(subscription, 'caughtUp');
      // Of 13 records in the past, two windows are full; two more records fill the third.
      expect(reached).toHaveLength(2);
      expect(reached.at(-1)?.commit).toBeLessThan(ours.position?.commit ?? 0n);
      const third = new Promise<void>((resolve) => {
        told = resolve;
      });
      const theirs = await client.appendToStream('theirs', numberedFrom(12, 13));
      await third;
      expect(reached.at(-1)).toEqual(theirs.position);
      await subscription.unsubscribe();
    }));

  test('is told so ahead of the events that a slow consumer has yet to process', () =>
    withWire(async ({ client }) => {
      const appended = await client.appendToStream('ours', numberedFrom(1, 10));
      let told = (_: Position): void => undefined;
      const checkpoint = new Promise<Position>((resolve) => {
        told = resolve;
      });
      const subscription = client.subscribeToAll({
        filter: streamNameFilter({
          prefixes: ['ours'],
          maxSearchWindow: 12,
          checkpointReached: (_, at) => told(at),
        }),
      });
      for await (const { event } of subscription) {
        expect((await checkpoint).commit).toBe(appended.position?.commit);
        expect(event?.position?.commit).toBeLessThan(appended.position?.commit ?? 0n);
        break;
      }
    }));
});

describe('a subscription to one stream of the wire server', () => {
  test('waits for a stream that is not there, and fails when it is tombstoned', () =>
    withWire(async ({ client }) => {
      const subscription = client.subscribeToStream('a');
      subscription.once('caughtUp', () => client.appendToStream('a', numberedFrom(1, 2)));
      const seen: unknown[] = [];
      const reading = (async () => {
        for await (const read of subscription) {
          seen.push(...numbersOf([read]));
          if (seen.length === 2) await client.tombstoneStream('a');
        }
      })();
      expect(await rejection(reading)).toBeInstanceOf(StreamDeletedError);
      expect(seen).toEqual([1, 2]);
    }));
});
