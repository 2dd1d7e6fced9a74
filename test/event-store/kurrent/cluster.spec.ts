import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LogUnavailable } from '../../../src/event-store/errors.js';
import { NO_STREAM } from '../../../src/event-store/event-store.js';
import type { KurrentLog } from '../../../src/event-store/kurrent/kurrent-log.js';
import { openKurrentLog } from '../../../src/event-store/kurrent/open-kurrent-log.js';
import { sealed } from '../sealed.js';
import { BACKOFF, eventually, IMPATIENT, PATIENCE } from './kurrent-case.js';
import { startWireCluster, type WireCluster } from './wire/wire-cluster.js';
import { startWireServer } from './wire/wire-server.js';

let cluster: WireCluster;
let opened: KurrentLog[];

beforeEach(async () => {
  cluster = await startWireCluster();
  opened = [];
});

afterEach(async () => {
  for (const store of opened) await store.close();
  await cluster.stop();
});

async function open(patience = PATIENCE): Promise<KurrentLog> {
  const url = `${cluster.url}&discoveryInterval=5`;
  const store = await openKurrentLog({ url, directory: ':memory:', clock: Date.now, patience, backoff: BACKOFF });
  opened.push(store);
  return store;
}

const append = (store: KurrentLog, revision: number) =>
  store.append('a', revision - 1, [sealed(store.log, 'a', revision)]);

async function assertWhole(store: KurrentLog, events: number): Promise<void> {
  await eventually(() =>
    store.head().then(
      ({ position }) => position === events,
      () => false,
    ),
  );
  expect(await store.readStream('a')).toHaveLength(events);
}

describe('a cluster', () => {
  it('goes on with another leader as if nothing had happened', async () => {
    const store = await open();
    await append(store, 0);
    cluster.changeLeader();
    expect(await append(store, 1)).toMatchObject({ revision: 1, position: 2 });
    await cluster.leader()?.kill();
    cluster.changeLeader();
    expect(await append(store, 2)).toMatchObject({ revision: 2, position: 3 });
    await assertWhole(store, 3);
  });

  it('without a leader keeps an append waiting for one', async () => {
    const store = await open();
    await append(store, 0);
    await cluster.leader()?.kill();
    cluster.loseLeader();
    const waiting = append(store, 1);
    // Longer than the client searches for a leader.
    await pause(500);
    cluster.changeLeader();
    expect(await waiting).toMatchObject({ revision: 1, position: 2 });
    await assertWhole(store, 2);
  });

  it('is unavailable without a leader for long, and takes appends again once it has one', async () => {
    const store = await open(IMPATIENT);
    await append(store, 0);
    await cluster.leader()?.kill();
    cluster.loseLeader();
    const event = sealed(store.log, 'a', 1);
    await expect(store.append('a', 0, [event])).rejects.toBeInstanceOf(LogUnavailable);
    await expect(store.head()).rejects.toBeInstanceOf(LogUnavailable);
    cluster.changeLeader();
    await eventually(() =>
      store.append('a', 0, [event]).then(
        () => true,
        () => false,
      ),
    );
    await assertWhole(store, 2);
  });

  it('takes appends again after all of its nodes were down', async () => {
    const store = await open(IMPATIENT);
    await append(store, 0);
    for (const node of cluster.nodes) await node.kill();
    const event = sealed(store.log, 'a', 1);
    for (const _ of [1, 2]) await expect(store.append('a', 0, [event])).rejects.toBeInstanceOf(LogUnavailable);
    for (const node of cluster.nodes) await node.restart();
    await eventually(() =>
      store.append('a', 0, [event]).then(
        () => true,
        () => false,
      ),
    );
    await assertWhole(store, 2);
  });

  it('that has no leader at the start is unavailable, with a sentence', async () => {
    cluster.loseLeader();
    for (const node of cluster.nodes) await node.kill();
    const refused = open();
    await expect(refused).rejects.toBeInstanceOf(LogUnavailable);
    await expect(refused).rejects.toThrow('none of its nodes leads');
  });
});

describe('every call', () => {
  it('asks for the leader: a follower may not have what was acknowledged yet', async () => {
    // With a call for each append, where otherwise the first one opens a call for all.
    const wire = await startWireServer({ batchAppend: false });
    const store = await openKurrentLog({ url: wire.url, directory: ':memory:', clock: Date.now, backoff: BACKOFF });
    await append(store, 0);
    wire.store.appendSystemEvent();
    await store.head();
    await store.readStream('a');
    for await (const _ of store.readAll(1));
    await store.close();
    const calls = wire.calls.filter(({ method }) => !['features', 'gossip'].includes(method));
    await wire.stop();
    const opening = ['read', 'subscribe', 'append', 'read', 'subscribe'];
    const using = ['append', 'read', 'read', 'subscribe', 'read', 'subscribe'];
    expect(calls.map(({ method }) => method)).toEqual([...opening, ...using]);
    expect(calls.filter(({ requiresLeader }) => !requiresLeader)).toEqual([]);
  });
});

describe('a first append', () => {
  it('that finds no leader does not keep later ones from finding one', async () => {
    const store = await open();
    cluster.loseLeader();
    const waiting = store.append('b', NO_STREAM, [sealed(store.log, 'b', 0)]);
    await pause(500);
    cluster.changeLeader();
    expect(await waiting).toMatchObject({ revision: 0, position: 1 });
  });
});
