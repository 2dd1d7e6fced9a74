import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROJECTIONS } from '../../projections/index.js';
import { LogUnavailable } from '../../src/event-store/errors.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { Metrics } from '../../src/telemetry/metrics.js';
import { meeting, registerCast } from '../cast.js';
import { serviceOver } from '../projecting/service-over.js';
import { type Client, start } from '../service.js';
import { Exposition } from './exposition.js';

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

const metrics = async (of = client): Promise<Exposition> => new Exposition((await of.get('/metrics')).text);

/** What work adds to a sample. */
async function added(sample: string, work: () => Promise<unknown>): Promise<number> {
  const before = (await metrics()).value(sample) ?? 0;
  await work();
  return ((await metrics()).value(sample) ?? 0) - before;
}

describe('GET /metrics', () => {
  it("answers in Prometheus' text format, never from a cache", async () => {
    const { status, headers } = await client.get('/metrics');
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'no-cache',
    ]);
  });

  it('takes no parameters', async () => {
    expect((await client.get('/metrics?name=x')).status).toBe(400);
  });

  it('names by convention: base units, _total for counters, and every one with help', async () => {
    const { types, helps } = await metrics();
    expect(types.size).toBeGreaterThan(30);
    for (const [name, type] of types) {
      expect(name).toMatch(/^(regtime|process|nodejs)_[a-z0-9_]+$/);
      expect(name).not.toMatch(/_(ms|milliseconds|minutes|kb|mb|count|sum|bucket)$/);
      expect(helps.get(name)).toMatch(/\S/);
      if (!name.startsWith('regtime_')) continue;
      expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
      if (type === 'histogram') expect(name).toMatch(/_(seconds|appends)$/);
    }
  });

  it('has no label that grows with what is asked or recorded', async () => {
    const work = async (): Promise<void> => {
      for (let count = 0; count < 20; count++) {
        const slug = `slug-${Math.random().toString(36).slice(2)}`;
        await client.get(`/v1/entities/${slug}`);
        await client.get(`/v1/facts/links:${slug}:x`);
        await client.get(`/${slug}`);
        await client.put(`/v1/entities/${slug}`, { type: 'company', name: slug });
      }
    };
    await work();
    const { length } = (await metrics()).samples;
    await work();
    const { samples } = await metrics();
    expect(samples).toHaveLength(length);
    expect(samples.filter((sample) => sample.includes('slug-'))).toEqual([]);
  });
});

describe('counted are', () => {
  it('requests by method, route and status', async () => {
    const of = (method: string, route: string, status: number): string =>
      `regtime_http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`;
    expect(await added(of('GET', '/v1/entities/:slug', 200), () => client.get('/v1/entities/miit'))).toBe(1);
    expect(await added(of('GET', '/v1/entities/:slug', 404), () => client.get('/v1/entities/nobody'))).toBe(1);
    expect(await added(of('GET', 'unmatched', 404), () => client.get('/nowhere'))).toBe(1);
    expect(await added(of('POST', '/v1/developments', 422), () => client.post('/v1/developments', {}))).toBe(1);
  });

  it('commands and questions, by kind and what became of them', async () => {
    const command = (outcome: string): string =>
      `regtime_command_duration_seconds_count{command="RecordDevelopment",outcome="${outcome}"}`;
    const query = (outcome: string): string =>
      `regtime_query_duration_seconds_count{query="Fact",outcome="${outcome}"}`;
    expect(await added(command('done'), () => client.post('/v1/developments', meeting('2021')))).toBe(1);
    expect(await added(command('refused'), () => client.post('/v1/developments', {}))).toBe(1);
    expect(await added(query('done'), () => client.get('/v1/facts/links:wechat:taobao'))).toBe(1);
    expect(await added(query('refused'), () => client.get('/v1/facts/links:nobody:taobao'))).toBe(1);
  });

  it('appends, events and the groups in which they were committed', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => ({
      matter: { slug: `matter-${index}`, title: 'Together' },
    }));
    const before = await metrics();
    await client.import(lines);
    const after = await metrics();
    const grew = (sample: string): number => (after.value(sample) ?? 0) - (before.value(sample) ?? 0);
    expect(grew('regtime_appends_total{outcome="stored"}')).toBe(40);
    expect(grew('regtime_events_appended_total')).toBe(40);
    expect(grew('regtime_commit_appends_sum')).toBe(40);
    const commits = grew('regtime_commit_appends_count');
    expect(commits).toBeGreaterThan(0);
    expect(commits).toBeLessThan(40);
    expect(grew('regtime_commit_duration_seconds_count')).toBe(commits);
    expect(grew('regtime_commit_sync_duration_seconds_count')).toBe(commits);
    expect(grew('regtime_commit_sync_duration_seconds_sum')).toBeLessThanOrEqual(
      grew('regtime_commit_duration_seconds_sum'),
    );
  });

  it('nothing of what only would be recorded', async () => {
    const line = { matter: { slug: 'never', title: 'Never' } };
    expect(await added('regtime_events_appended_total', () => client.import([line], '?dryRun=true'))).toBe(0);
    expect(await added('regtime_events_appended_total', () => client.import([line]))).toBe(1);
  });
});

describe('of the log and its views it is told', () => {
  it('where they are', async () => {
    const head = await client.head();
    const told = await metrics();
    expect(told.value('regtime_log_position')).toBe(head);
    expect(told.value('regtime_views_position')).toBe(head);
    expect(told.value('regtime_views_lag_events')).toBe(0);
    expect(told.value('regtime_clock_lead_seconds')).toBe(0);
  });

  it('which projections are parked', async () => {
    const store = openSqliteLog({ directory: ':memory:', clock: Date.now });
    const projections = PROJECTIONS.map((projection) => ({
      ...projection,
      apply: (event: Parameters<typeof projection.apply>[0], sql: Parameters<typeof projection.apply>[1]) => {
        if (projection.name === 'timeline') throw new Error('not this one');
        projection.apply(event, sql);
      },
    }));
    const parked = await serviceOver({ store, directory: ':memory:', projections });
    try {
      await parked.put('/v1/matters/one', { title: 'One' });
      const told = await metrics(parked);
      expect(told.value('regtime_projection_parked{projection="timeline"}')).toBe(1);
      expect(told.value('regtime_projection_parked{projection="registry"}')).toBe(0);
    } finally {
      await parked.close();
    }
  });

  const watched = async (views: object, head: () => Promise<unknown>): Promise<Exposition> => {
    const told = new Metrics();
    const now = (): Date => new Date('2026-11-21T09:00:00.000Z');
    told.watch({ store: { head }, views, projections: ['facts'], now } as Parameters<Metrics['watch']>[0]);
    return new Exposition(await told.text());
  };
  const views = { checkpoint: 7, parked: [], interrupted: true };

  it('how far the views are behind, that following is interrupted, and how far record time is ahead of the clock', async () => {
    const told = await watched(views, async () => ({ position: 10, recordedAt: '2026-11-21T09:01:30.000Z' }));
    expect(told.value('regtime_views_lag_events')).toBe(3);
    expect(told.value('regtime_views_interrupted')).toBe(1);
    expect(told.value('regtime_clock_lead_seconds')).toBe(90);
  });

  it('nothing that would be old, where the log is out of reach', async () => {
    const told = await watched(views, async () => {
      throw new LogUnavailable('the disk is gone');
    });
    expect(told.value('regtime_views_position')).toBe(7);
    for (const gone of ['regtime_log_position', 'regtime_views_lag_events', 'regtime_clock_lead_seconds']) {
      expect(told.value(gone)).toBeUndefined();
    }
  });
});

it('a commit that fails counts its appends as failed', async () => {
  const told = new Metrics();
  told.group({ stored: 0, refused: 0, failed: 3, events: 0, seconds: 0.1, syncSeconds: 0.1 });
  const text = new Exposition(await told.text());
  expect(text.value('regtime_appends_total{outcome="failed"}')).toBe(3);
  expect(text.value('regtime_commit_appends_count')).toBe(0);
});
