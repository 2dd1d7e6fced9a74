import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openKurrentLog } from '../../src/event-store/kurrent/open-kurrent-log.js';
import { assemble } from '../../src/serving/assemble.js';
import { started } from '../../src/serving/closings.js';
import { followHere } from '../../src/serving/follow.js';
import { listen } from '../../src/serving/listen.js';
import { startWireServer, type WireServer } from '../event-store/kurrent/wire/wire-server.js';
import { Client } from '../service.js';

const REPORTS = { onFailure: () => undefined, onRestart: () => undefined };

let wire: WireServer;
let client: Client;
beforeAll(async () => {
  wire = await startWireServer();
  const service = await started(async (onClose) => {
    const store = await openKurrentLog({
      url: wire.url,
      directory: ':memory:',
      clock: Date.now,
      patience: { numbering: 300 },
      backoff: { first: 4_000, longest: 4_000 },
    });
    onClose(() => store.close());
    const { views, follower } = await followHere(store, ':memory:', REPORTS, onClose);
    const parts = assemble(store, views, follower);
    parts.startup.caughtUp = await follower.start();
    return { parts, url: await listen(parts, '127.0.0.1', 0, onClose) };
  });
  client = new Client(service);
});
afterAll(async () => {
  await client.close();
  await wire.stop();
});

const put = (slug: string) => client.put<{ position: string }>(`/v1/entities/${slug}`, { type: 'company', name: slug });

describe('a position of the store', () => {
  it('is told of what is not numbered in time, and taken wherever a position is', async () => {
    expect((await put('first')).body.position).toBe('1');
    wire.faults.terminate();
    const { status, body } = await put('second');
    expect({ status, position: body.position }).toEqual({
      status: 201,
      position: expect.stringMatching(/^store:\d+\/\d+$/),
    });
    const { position } = body;
    const early = await client.get<{ code: string }>(`/v1/entities/second?minPosition=${position}`);
    expect({ status: early.status, code: early.body.code }).toEqual({ status: 503, code: 'views-behind' });
    expect(early.headers.get('retry-after')).toBe('1');
    for (let asked = 0; asked < 100; asked++) {
      if ((await client.get(`/v1/entities/second?minPosition=${position}`)).status === 200) break;
    }
    const known = await client.get<{ knownAt: { position: string } }>(`/v1/entities?knownAt=position:${position}`);
    expect(known.body.knownAt.position).toBe('2');
    const events = await client.get(`/v1/events?from=${position}&to=${position}`);
    expect(JSON.parse(events.text)).toMatchObject({ position: '2' });
    const changes = await client.get(`/v1/state/changes?since=${position}`);
    expect(changes.body).toMatchObject({ since: '2' });
    const replay = await client.get(`/v1/replay?from=${position}&to=${position}`);
    expect(replay.status).toBe(200);
    const supposed = await client.post('/v1/what-if', {
      minPosition: position,
      commands: [{ entity: { slug: 'fifth', type: 'company', name: 'fifth' } }],
      queries: [],
    });
    expect(supposed.status).toBe(200);
    const live = await fetch(`${client.url}/v1/events/stream?limit=1`, { headers: { 'last-event-id': position } });
    await put('third');
    expect(await live.text()).toContain('id: 3\n');
  });

  it('is refused where no event of the log is', async () => {
    const { status, body } = await client.get<{ code: string; detail: string }>('/v1/state?minPosition=store:1/1');
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid-coordinate' });
    expect(body.detail).toContain('store:1/1');
  });

  it('is left alone in what is no position', async () => {
    expect((await client.get('/v1/timeline?q=store:1/1')).status).toBe(200);
    expect((await client.get('/v1/state?asOf=store:1/1')).status).toBe(400);
  });
});

describe('health', () => {
  it('says why the log can not be relied on', async () => {
    wire.store.tombstone('regtime.entity-first', 'any');
    let health = await client.get<{ status: string; reason: string }>('/health/ready');
    for (let asked = 0; asked < 200 && health.status === 200; asked++) health = await client.get('/health/ready');
    expect(health.status).toBe(503);
    expect(health.body).toMatchObject({ status: 'unavailable', reason: expect.stringContaining('entity-first') });
    const refused = await client.put<{ code: string }>('/v1/entities/fourth', { type: 'company', name: 'fourth' });
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 503, code: 'log-unavailable' });
    expect((await client.get('/v1/entities?knownAt=position:2')).status).toBe(200);
  });
});
