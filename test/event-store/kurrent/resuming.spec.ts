import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { NO_STREAM } from '../../../src/event-store/event-store.js';
import { shareClient } from '../../../src/event-store/kurrent/kurrent-client.js';
import { LogEnd } from '../../../src/event-store/kurrent/log-end.js';
import { Numbering } from '../../../src/event-store/kurrent/numbering.js';
import { openPositionsDatabase } from '../../../src/event-store/kurrent/positions-file.js';
import { notAfter } from '../../../src/event-store/kurrent/store-point.js';
import { sealed } from '../sealed.js';
import { temporaryDirectories } from '../sqlite/directories.js';
import { BACKOFF, byAnother, eventually, kurrentCases, writeForeign } from './kurrent-case.js';
import type { WireServer } from './wire/wire-server.js';

const start = kurrentCases();
const directories = temporaryDirectories();

/** Removes all of a stream but its last event. */
function scavengeAllBut(wire: WireServer, stream: string): void {
  const data = Buffer.from('{"$maxCount":1}');
  const event = { id: randomUUID(), type: '$metadata', isJson: true, data, metadata: new Uint8Array() };
  wire.store.append(`$$${stream}`, 'any', [event]);
  wire.store.scavenge();
}

const HIDDEN = '$persistentsubscription-$all::theirs-checkpoint';

describe('an event of the log is not taken for the one that was seen', () => {
  it('by a start after a scavenge removed what stood where the node had come to', async () => {
    const { wire, store, open } = await start();
    const directory = directories();
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    writeForeign(wire, 1_600);
    const kept = await open({ directory });
    expect(await kept.head()).toMatchObject({ position: 1 });
    await kept.close();
    await store.append('b', NO_STREAM, [sealed(store.log, 'b', 0)]);
    // The last one of a stream stays.
    writeForeign(wire, 1);
    scavengeAllBut(wire, 'other');
    const again = await open({ directory });
    expect(await again.head()).toMatchObject({ position: 2 });
    expect((await again.readStream('b')).map(({ position }) => position)).toEqual([2]);
  });

  it('by a node that had come to what the server does not show, when its subscription ends', async () => {
    const { wire, store } = await start();
    const { log } = store;
    await store.append('a', NO_STREAM, [sealed(log, 'a', 0)]);
    const { client, server, release } = shareClient(wire.url);
    const feed = { client, server, prefix: 'regtime.' };
    const database = openPositionsDatabase({ directory: ':memory:', log, prefix: feed.prefix });
    const numbering = new Numbering({ feed, log, database, backoff: BACKOFF });
    numbering.start();
    await numbering.caughtUp(10_000);
    for (let count = 0; count < 600; count += 1) wire.store.appendSystemEvent(HIDDEN, '$SubscriptionCheckpoint');
    const first = wire.store.stream(HIDDEN)[0]?.position ?? 0n;
    await eventually(() => (numbering.seen?.commit ?? 0n) >= first);
    wire.faults.endGracefully();
    wire.store.append('regtime.b', 'any', [byAnother(log, 'b')]);
    const { position = 0n } = wire.store.stream('regtime.b')[0] ?? {};
    writeForeign(wire, 1_000);
    await eventually(() => {
      const { seen } = numbering;
      return seen !== undefined && notAfter({ commit: position, prepare: position }, seen);
    });
    expect(numbering.head).toMatchObject({ position: 2 });
    await numbering.close();
    database.close();
    await release();
  });

  it('by a search for the end of the log', async () => {
    const { wire, store } = await start();
    const { log } = store;
    await store.append('a', NO_STREAM, [sealed(log, 'a', 0)]);
    writeForeign(wire, 1);
    const seen = wire.store.stream('other')[0]?.position ?? 0n;
    wire.store.append('regtime.b', 'any', [byAnother(log, 'b')]);
    writeForeign(wire, 1);
    scavengeAllBut(wire, 'other');
    const asked: bigint[] = [];
    const { client, server, release } = shareClient(wire.url);
    const numbering = {
      rewinds: 0,
      seen: { commit: seen, prepare: seen },
      last: { position: 1, point: pointOf(wire, 'regtime.a'), recordedAt: 0 },
      sure: async () => undefined,
      at: async ({ commit }: { readonly commit: bigint }) => void asked.push(commit),
    };
    const end = new LogEnd({ client, server, prefix: 'regtime.' }, numbering as unknown as Numbering, 10_000);
    await end.reached();
    expect(asked).toEqual([pointOf(wire, 'regtime.b').commit]);
    await release();
  });
});

function pointOf(wire: WireServer, stream: string) {
  const { position = 0n } = wire.store.stream(stream)[0] ?? {};
  return { commit: position, prepare: position };
}
