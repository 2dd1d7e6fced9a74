import { describe, expect, it } from '@jest/globals';
import { NO_STREAM } from '../../../src/event-store/event-store.js';
import { shareClient } from '../../../src/event-store/kurrent/kurrent-client.js';
import { notAfter, type StorePoint } from '../../../src/event-store/kurrent/store-point.js';
import { type SubscriptionPage, subscribeOnce } from '../../../src/event-store/kurrent/subscription.js';
import { sealed } from '../sealed.js';
import { temporaryDirectories } from '../sqlite/directories.js';
import { eventually, kurrentCases, range, writeForeign } from './kurrent-case.js';
import type { WireServer } from './wire/wire-server.js';

const start = kurrentCases();
const directories = temporaryDirectories();

const subscriptions = (wire: WireServer): bigint[] =>
  wire.calls.flatMap(({ method, after }) => (method === 'subscribe' && after !== undefined ? [after] : []));

const endOf = (wire: WireServer): bigint => wire.store.log.records.at(-1)?.position ?? 0n;

describe('on a server with much that is not of the log', () => {
  it('a start begins where the last one had come to, not at the last event of the log', async () => {
    const { wire, store, open } = await start();
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    const first = endOf(wire);
    writeForeign(wire, 3_000);
    const directory = directories();
    await (await open({ directory })).close();
    const before = subscriptions(wire).length;
    const again = await open({ directory });
    const [began = 0n] = subscriptions(wire).slice(before);
    expect(began - first).toBeGreaterThan((8n * (endOf(wire) - first)) / 10n);
    await store.append('a', 0, [sealed(store.log, 'a', 1)]);
    expect(await again.head()).toMatchObject({ position: 2 });
    expect((await again.readStream('a')).map(({ position }) => position)).toEqual([1, 2]);
  });

  it('who reads on from the end begins where the node has come to', async () => {
    const { wire, store, open } = await start();
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    const first = endOf(wire);
    writeForeign(wire, 3_000);
    const directory = directories();
    await (await open({ directory })).close();
    const again = await open({ directory });
    const before = subscriptions(wire).length;
    const over = new AbortController();
    const next = again.subscribeAll(2, over.signal)[Symbol.asyncIterator]().next();
    await eventually(() => subscriptions(wire).length > before);
    const [began = 0n] = subscriptions(wire).slice(before);
    expect(began - first).toBeGreaterThan((5n * (endOf(wire) - first)) / 10n);
    await store.append('a', 0, [sealed(store.log, 'a', 1)]);
    expect((await next).value).toMatchObject([{ position: 2 }]);
    over.abort();
  });

  it('all who ask for the end at once share one search for it, and nobody searches the same part twice', async () => {
    const { wire, store } = await start();
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    wire.faults.delay(20);
    writeForeign(wire, 400);
    const before = subscriptions(wire).length;
    const heads = await Promise.all(range(1, 20).map(() => store.head()));
    expect(new Set(heads.map(({ position }) => position))).toEqual(new Set([1]));
    expect(subscriptions(wire).length - before).toBeLessThanOrEqual(1);
  });

  it('what is taken for seen is never ahead of what was read', async () => {
    const { wire, store } = await start();
    for (const index of range(0, 9)) {
      writeForeign(wire, 600);
      await store.append(`s${index}`, NO_STREAM, [sealed(store.log, `s${index}`, 0)]);
    }
    const { client, server, release } = shareClient(wire.url);
    const over = new AbortController();
    const pages: SubscriptionPage[] = [];
    for await (const page of subscribeOnce({ client, server, prefix: 'regtime.' }, undefined, over.signal)) {
      pages.push(page);
      // What comes meanwhile waits in the queue.
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (page.caughtUp) over.abort();
    }
    await release();
    expect(pages[0]?.through?.commit).toBeLessThan(endOf(wire));
    let through: StorePoint | undefined;
    for (const page of pages) {
      for (const { position } of page.events) expect(through && notAfter(position, through)).not.toBe(true);
      through = page.through;
    }
    expect(pages.flatMap(({ events }) => events)).toHaveLength(11);
  });

  it('events of the log that come between are found after a restart in the middle', async () => {
    const { wire, store, open } = await start();
    const directory = directories();
    for (const index of range(0, 4)) {
      writeForeign(wire, 700);
      await store.append('a', index - 1, [sealed(store.log, 'a', index)]);
      const node = await open({ directory });
      expect(await node.head()).toMatchObject({ position: index + 1 });
      writeForeign(wire, 700);
      await eventually(async () => (await node.head()).position === index + 1);
      await node.close();
    }
  });
});
