import { StreamDeletedError, StreamNotFoundError, WrongExpectedVersionError } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { collect, numbered, numberedFrom, rejection, revisionsOf, withWire } from './wire-case.js';

describe('a soft-deleted stream', () => {
  test('is not found, passes an append with no_stream, and goes on with its numbering', () =>
    withWire(async ({ client }) => {
      await client.appendToStream('a', numberedFrom(0, 2));
      await client.deleteStream('a', { expectedRevision: 2n });
      expect(await rejection(collect(client.readStream('a')))).toBeInstanceOf(StreamNotFoundError);
      const appended = await client.appendToStream('a', numbered(3), { expectedRevision: 'no_stream' });
      expect(appended.nextExpectedRevision).toBe(3n);
      expect(revisionsOf(await collect(client.readStream('a')))).toEqual([3n]);
    }));

  test('answers a repeated append without a position', () =>
    withWire(async ({ client }) => {
      const events = numberedFrom(0, 1);
      await client.appendToStream('a', events, { expectedRevision: 'no_stream' });
      await client.deleteStream('a');
      const again = await client.appendToStream('a', events, { expectedRevision: 'no_stream' });
      expect(again).toEqual({ success: true, nextExpectedRevision: 1n, position: undefined });
    }));

  test('keeps the rest of its metadata when it comes back', () =>
    withWire(async ({ client }) => {
      await client.appendToStream('a', numberedFrom(0, 1));
      await client.deleteStream('a');
      await client.setStreamMetadata('a', { owner: 'someone' });
      expect(await client.getStreamMetadata('a')).toMatchObject({ metadata: { owner: 'someone', truncateBefore: 2 } });
      expect(await collect(client.readStream('a'))).toEqual([]);
    }));

  test('must be at the revision that the delete expects', () =>
    withWire(async ({ client }) => {
      await client.appendToStream('a', numbered(0));
      const error = await rejection(client.deleteStream('a', { expectedRevision: 4n }));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({ expectedVersion: 4n, actualVersion: 0n });
      expect(await rejection(client.deleteStream('b'))).toBeInstanceOf(WrongExpectedVersionError);
    }));
});

describe('a tombstoned stream', () => {
  test('refuses reads, appends and deletes for good, metadata included', () =>
    withWire(async ({ client }) => {
      await client.appendToStream('a', numberedFrom(0, 1));
      await client.tombstoneStream('a');
      for (const attempt of [
        () => collect(client.readStream('a')),
        () => client.appendToStream('a', numbered(2)),
        () => client.appendToStream('a', numbered(2), { expectedRevision: 'no_stream' }),
        () => client.setStreamMetadata('a', { maxCount: 1 }),
        () => client.getStreamMetadata('a'),
        () => client.deleteStream('a'),
        () => client.tombstoneStream('a'),
      ]) {
        expect(await rejection(attempt())).toBeInstanceOf(StreamDeletedError);
      }
    }));

  test('shows in $all as one more event, with the largest revision', () =>
    withWire(async ({ client }) => {
      await client.appendToStream('a', numbered(0));
      const { position } = await client.tombstoneStream('a');
      const [tombstone] = await collect(client.readAll({ fromPosition: position }));
      expect(tombstone?.event).toMatchObject({
        streamId: 'a',
        type: '$streamDeleted',
        revision: 9_223_372_036_854_775_807n,
      });
    }));
});
