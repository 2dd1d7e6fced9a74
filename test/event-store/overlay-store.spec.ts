import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RevisionConflict } from '../../src/event-store/errors.js';
import { type EventStore, NO_STREAM, type RecordedEvent } from '../../src/event-store/event-store.js';
import { OverlayStore } from '../../src/event-store/overlay-store.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { eventStoreContract } from './contract.js';
import { sealed, sealedRun } from './sealed.js';

eventStoreContract('the overlay', async () => {
  const base = openSqliteLog({ directory: ':memory:', clock: Date.now });
  return { store: await OverlayStore.over(base), close: () => base.close() };
});

describe('the overlay over a log with events', () => {
  let base: EventStore;
  let overlay: EventStore;

  beforeEach(async () => {
    base = openSqliteLog({ directory: ':memory:', clock: Date.now });
    await base.append('a', NO_STREAM, sealedRun(base.log, 'a', 0, 2));
    await base.append('b', NO_STREAM, [sealed(base.log, 'b', 0, { recordedAt: '2026-11-21T10:00:00.000Z' })]);
    overlay = await OverlayStore.over(base);
  });
  afterEach(() => base.close());

  const placesIn = async (store: EventStore, from = 1) => {
    const events: RecordedEvent[] = [];
    for await (const page of store.readAll(from)) events.push(...page);
    return events.map(({ position, envelope }) => `${position} ${envelope.stream}/${envelope.revision}`);
  };

  it('can go its own way from an earlier position: what the one below holds after that is not in it', async () => {
    const earlier = await OverlayStore.over(base, { position: 1, recordedAt: '2026-11-21T09:00:00.000Z' });
    expect(await placesIn(earlier)).toEqual(['1 a/0']);
    expect((await earlier.readStream('a')).length).toBe(1);
    expect(await earlier.readStream('b')).toEqual([]);
    await earlier.append('a', 0, [sealed(base.log, 'a', 1)]);
    expect(await placesIn(earlier)).toEqual(['1 a/0', '2 a/1']);
    expect((await earlier.readStream('a'))[1]?.envelope.id).not.toBe((await base.readStream('a'))[1]?.envelope.id);
  });

  it('has the log, the head and the streams of the one below', async () => {
    expect(overlay.log).toBe(base.log);
    expect(await overlay.head()).toEqual(await base.head());
    expect(await overlay.readStream('a')).toEqual(await base.readStream('a'));
  });

  it('goes on from the head below, in positions, revisions and record time', async () => {
    expect(await overlay.append('a', 1, [sealed(base.log, 'a', 2)])).toEqual({
      revision: 2,
      position: 4,
      recordedAt: '2026-11-21T10:00:00.000Z',
    });
    await overlay.append('c', NO_STREAM, [sealed(base.log, 'c', 0)]);
    expect(await placesIn(overlay)).toEqual(['1 a/0', '2 a/1', '3 b/0', '4 a/2', '5 c/0']);
    expect(await placesIn(overlay, 3)).toEqual(['3 b/0', '4 a/2', '5 c/0']);
    expect(await placesIn(overlay, 5)).toEqual(['5 c/0']);
    expect((await overlay.readStream('a')).map(({ position }) => position)).toEqual([1, 2, 4]);
  });

  it('lets one of the appends to a stream below win', async () => {
    const results = await Promise.allSettled([
      overlay.append('a', 1, [sealed(base.log, 'a', 2)]),
      overlay.append('a', 1, [sealed(base.log, 'a', 2)]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(results[1]).toMatchObject({ reason: new RevisionConflict('a', 1, 2) });
  });

  it('leaves the log below as it was', async () => {
    await overlay.append('a', 1, sealedRun(base.log, 'a', 2, 3));
    expect(await base.head()).toMatchObject({ position: 3 });
    expect(await base.readStream('a')).toHaveLength(2);
    await overlay.close();
    expect(await base.head()).toMatchObject({ position: 3 });
  });

  it('does not see what the log below records later', async () => {
    await base.append('a', 1, [sealed(base.log, 'a', 2)]);
    await overlay.append('a', 1, [sealed(base.log, 'a', 2)]);
    expect(await placesIn(overlay)).toEqual(['1 a/0', '2 a/1', '3 b/0', '4 a/2']);
    expect(await overlay.readStream('a')).toHaveLength(3);
    expect(await overlay.head()).toMatchObject({ position: 4 });
  });

  it('subscribes across both', async () => {
    await overlay.append('c', NO_STREAM, [sealed(base.log, 'c', 0)]);
    const seen: number[] = [];
    const controller = new AbortController();
    for await (const page of overlay.subscribeAll(2, controller.signal)) {
      seen.push(...page.map(({ position }) => position));
      if (seen.at(-1) === 4) await overlay.append('c', 0, [sealed(base.log, 'c', 1)]);
      if (seen.at(-1) === 5) controller.abort();
    }
    expect(seen).toEqual([2, 3, 4, 5]);
  });
});
