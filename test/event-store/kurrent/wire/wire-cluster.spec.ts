import { EventStoreDBClient, NotLeaderError, UnavailableError, UnknownError } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { collect, numbered, numbersOf, rejection } from './wire-case.js';
import { startWireCluster, type WireCluster } from './wire-cluster.js';
import type { WireServer } from './wire-server.js';

let cluster: WireCluster;
let client: EventStoreDBClient;

beforeEach(async () => {
  cluster = await startWireCluster();
  client = EventStoreDBClient.connectionString(`${cluster.url}&discoveryInterval=10`);
});

afterEach(async () => {
  await client.dispose();
  await cluster.stop();
});

const leading = (): WireServer => {
  const node = cluster.leader();
  if (!node) throw new Error('no leader');
  return node;
};
const appendCalls = (node: WireServer): number => node.calls.filter(({ method }) => method === 'batch-append').length;

describe('a cluster on the wire', () => {
  test('tells the client by gossip who leads', async () => {
    await client.appendToStream('a', numbered(1));
    expect(cluster.nodes.map(appendCalls)).toEqual([1, 0, 0]);
  });

  test('hands on an append that does not ask for the leader', async () => {
    await client.appendToStream('a', numbered(1));
    cluster.changeLeader();
    await client.appendToStream('a', numbered(2), { expectedRevision: 0n });
    expect(cluster.nodes.map(appendCalls)).toEqual([1, 0, 0]);
    expect(numbersOf(await collect(client.readStream('a')))).toEqual([1, 2]);
  });

  test('refuses one that does, naming the leader, where the client sends the next', async () => {
    await client.appendToStream('a', numbered(1), { requiresLeader: true });
    const next = cluster.changeLeader();
    const error = await rejection(client.appendToStream('a', numbered(2), { requiresLeader: true }));
    expect(error).toBeInstanceOf(NotLeaderError);
    expect(error).toMatchObject({ leader: next.endpoint });
    await client.appendToStream('a', numbered(2), { requiresLeader: true, expectedRevision: 0n });
    expect(appendCalls(next)).toBe(1);
  });

  test('takes the wish for the leader from the first append of a connection only', async () => {
    await client.appendToStream('a', numbered(1));
    cluster.changeLeader();
    expect(await client.appendToStream('a', numbered(2), { requiresLeader: true })).toMatchObject({ success: true });
  });

  test('refuses reads that ask for the leader as well', async () => {
    await client.appendToStream('a', numbered(1));
    cluster.changeLeader();
    const reading = collect(client.readStream('a', { requiresLeader: true }));
    expect(await rejection(reading)).toBeInstanceOf(NotLeaderError);
  });

  test('serves nothing while nobody leads', async () => {
    await client.appendToStream('a', numbered(1));
    cluster.loseLeader();
    expect(await rejection(client.appendToStream('a', numbered(2)))).toBeInstanceOf(UnknownError);
    expect(await rejection(collect(client.readStream('a')))).toBeInstanceOf(UnavailableError);
    cluster.changeLeader();
    expect(await client.appendToStream('a', numbered(2), { expectedRevision: 0n })).toMatchObject({ success: true });
  });

  test('is found again after its leader was killed and another one elected', async () => {
    await client.appendToStream('a', numbered(1));
    await leading().kill();
    const next = cluster.changeLeader();
    expect(await rejection(client.appendToStream('a', numbered(2)))).toBeInstanceOf(UnavailableError);
    await client.appendToStream('a', numbered(3), { expectedRevision: 0n });
    expect(appendCalls(next)).toBe(1);
  });
});
