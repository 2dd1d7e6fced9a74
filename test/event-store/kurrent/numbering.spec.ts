import { randomUUID } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { NO_STREAM } from '../../../src/event-store/event-store.js';
import { KeptPositions } from '../../../src/event-store/kurrent/kept-positions.js';
import { shareClient } from '../../../src/event-store/kurrent/kurrent-client.js';
import { LogEnd } from '../../../src/event-store/kurrent/log-end.js';
import { Numbering } from '../../../src/event-store/kurrent/numbering.js';
import { openPositionsDatabase } from '../../../src/event-store/kurrent/positions-file.js';
import { notAfter } from '../../../src/event-store/kurrent/store-point.js';
import { sealed, sealedRun } from '../sealed.js';
import { BACKOFF, eventually, kurrentCases } from './kurrent-case.js';
import { pointOf, scriptedFeed } from './scripted-feed.js';

const start = kurrentCases();

describe('numbering', () => {
  it('keeps no checkpoint of what it has not taken in, so that the next start looks at it again', async () => {
    const { wire, store } = await start();
    await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 3));
    const { client, server, release } = shareClient(wire.url);
    const feed = { client, server, prefix: 'regtime.' };
    const database = openPositionsDatabase({ directory: ':memory:', log: store.log, prefix: feed.prefix });
    const numbering = new Numbering({ feed, log: store.log, database, backoff: BACKOFF });
    numbering.start();
    await numbering.caughtUp(10_000);
    const odd = { id: randomUUID(), type: 'Other', isJson: true, data: Buffer.from('{}'), metadata: new Uint8Array() };
    wire.store.append('regtime.a', 'any', [odd]);
    await expect(numbering.at({ commit: 2n ** 62n, prepare: 0n }, 10_000)).rejects.toThrow('not ours');
    const { position = 0n } = wire.store.stream('regtime.a').at(-1) ?? {};
    for (const seen of [numbering.positions.seen(), numbering.seen]) {
      expect(seen && notAfter({ commit: position, prepare: position }, seen)).toBe(false);
    }
    await numbering.close();
    database.close();
    await release();
  });

  it('is not told as failed when it is too slow, as it is when the server goes', async () => {
    const onFailure = jest.fn();
    const { wire, store } = await start({ onFailure });
    for (const revision of [0, 1, 2]) {
      wire.faults.tooSlow();
      await store.append('a', revision - 1, [sealed(store.log, 'a', revision)]);
    }
    expect(await store.head()).toMatchObject({ position: 3 });
    expect(onFailure).not.toHaveBeenCalled();
    wire.faults.terminate();
    await eventually(() => onFailure.mock.calls.length > 0);
  });
});

describe('kept positions', () => {
  it('forget how far others were looked through, not what was numbered', () => {
    const database = openPositionsDatabase({ directory: ':memory:', log: randomUUID(), prefix: 'regtime.' });
    const positions = new KeptPositions(database, () => undefined);
    const [first, later, last] = [pointOf(100), pointOf(200), pointOf(300)];
    positions.add([{ position: 1, point: first, recordedAt: 0, stream: 'a', revision: 0, id: randomUUID() }], []);
    positions.reach(later);
    positions.store();
    positions.reach(last);
    expect(positions.seen()).toEqual(last);
    positions.forgetSeen();
    expect(positions.seen()).toEqual(first);
    database.close();
  });
});

describe('the end of the log', () => {
  it('is searched for once, and again after the server turned out to be another', async () => {
    const { feed, began } = scriptedFeed([['caughtUp'], ['caughtUp'], ['caughtUp']]);
    const numbering = { rewinds: 0, sure: async () => undefined };
    const end = new LogEnd(feed, numbering as unknown as Numbering, 10_000);
    await end.reached();
    await end.reached();
    expect(began).toHaveLength(1);
    numbering.rewinds = 1;
    await end.reached();
    expect(began).toHaveLength(2);
  });

  it('is not told by a node that has numbered more than the server has', async () => {
    const { wire } = await start();
    const { client, server, release } = shareClient(wire.url);
    const feed = { client, server, prefix: 'regtime.' };
    const point = { commit: 2n ** 40n, prepare: 2n ** 40n };
    const last = { position: 9, point, recordedAt: 0 };
    const ahead = { last, seen: point, rewinds: 0, sure: async () => undefined } as unknown as Numbering;
    await expect(new LogEnd(feed, ahead, 1_000).reached()).rejects.toThrow('ends before position 9');
    await release();
  });
});
