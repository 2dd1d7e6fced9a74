import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Coordinated } from '../../src/answers/moment.js';
import type { Problem } from '../../src/http/problem.js';
import type { FactAnswer } from '../../src/state/fact.query.js';
import type { StateAnswer } from '../../src/state/state.query.js';
import type { TimelineAnswer } from '../../src/timeline/timeline.query.js';
import { CAST_SIZE, corrected, links, meeting, recorded, registerCast } from '../cast.js';
import { type Client, type Reply, start } from '../service.js';

const FACT = '/v1/facts/links:wechat:taobao';
/** What takes coordinates; `development` is the id of one. */
const reads = (development: string): readonly string[] => [
  '/v1/state',
  FACT,
  '/v1/timeline',
  `/v1/developments/${development}`,
  `/v1/developments/${development}/history`,
  '/v1/entities',
  '/v1/entities/miit',
  '/v1/matters',
  '/v1/matters/antitrust',
];

const beforeAnything = new Date(Date.now() - 1000).toISOString();
const today = (): string => new Date().toISOString().slice(0, 10);

let client: Client;
let blocked: { id: string; position: string; recordedAt: string };
let allowed: { id: string; position: string; recordedAt: string };
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  // Record times have milliseconds; what is told apart by them has to lie apart.
  await pause(5);
  blocked = await recorded(client, links('blocked', '2012-01-01'));
  await pause(5);
  allowed = await recorded(client, links('allowed', '2021-09-15'));
  await pause(5);
});
afterAll(() => client.close());

const get = <Body = Problem>(path: string): Promise<Reply<Body>> => client.get<Body>(path);
const ask = async (parameters: string): Promise<FactAnswer> => (await get<FactAnswer>(`${FACT}?${parameters}`)).body;

function expectRefused({ status, body }: Reply<Problem>, code: string): void {
  expect([status, body.code]).toEqual([400, code]);
}

describe('asOf', () => {
  it('picks the day', async () => {
    expect((await ask('asOf=2011-12-31')).certainty).toBe('unrecorded');
    expect((await ask('asOf=2012-01-01')).value).toBe('blocked');
    expect((await ask('asOf=2021-09-14')).value).toBe('blocked');
    expect((await ask('asOf=2021-09-15')).value).toBe('allowed');
    expect((await ask('asOf=0001-01-01')).certainty).toBe('unrecorded');
    expect((await ask('asOf=9999-12-31')).value).toBe('allowed');
  });

  it('is today, UTC, if left out', async () => {
    const before = today();
    const { asOf, value, prospective } = await ask('');
    expect([before, today()]).toContain(asOf);
    expect({ value, prospective }).toEqual({ value: 'allowed', prospective: undefined });
  });

  it.each([
    '2021',
    '2021-09',
    '2021-09-XX',
    '2021-09-15~',
    '[2021-09-01..2021-09-15]',
    '2021-09-01/2021-09-15',
    '2021-02-29',
    '2021-9-15',
    '0000-01-01',
    '10000-01-01',
    '2021-09-15T00:00:00Z',
    'today',
    ' 2021-09-15',
  ])('is one day and nothing else: %s is refused', async (asOf) => {
    for (const path of reads(blocked.id)) {
      const reply = await get(`${path}?asOf=${encodeURIComponent(asOf)}`);
      expectRefused(reply, 'invalid-coordinate');
      expect(reply.body.detail).toContain('2021-09-15');
    }
  });

  it("later than the day of K's last event is answered as prospective", async () => {
    const tomorrow = new Date(Date.parse(allowed.recordedAt) + 86_400_000).toISOString().slice(0, 10);
    for (const path of reads(blocked.id)) {
      const at = `knownAt=position:${allowed.position}`;
      expect((await get<Coordinated>(`${path}?asOf=${tomorrow}&${at}`)).body.prospective).toBe(true);
      const day = allowed.recordedAt.slice(0, 10);
      expect((await get<Coordinated>(`${path}?asOf=${day}&${at}`)).body).not.toHaveProperty('prospective');
    }
  });

  it('has no effect on timeline, developments and registry but to be said', async () => {
    for (const path of reads(blocked.id).filter((each) => each !== FACT && each !== '/v1/state')) {
      const { body: plain } = await get<Coordinated>(path);
      const { body: early } = await get<Coordinated>(`${path}?asOf=1990-01-01`);
      expect(early).toEqual({ ...plain, asOf: '1990-01-01' });
    }
  });
});

describe('knownAt', () => {
  it('as a position answers with what was known then', async () => {
    expect((await ask(`asOf=2021-10-01&knownAt=position:${blocked.position}`)).value).toBe('blocked');
    expect((await ask(`asOf=2021-10-01&knownAt=position:${allowed.position}`)).value).toBe('allowed');
    const { body } = await get<StateAnswer>('/v1/state?asOf=2021-10-01&knownAt=position:0');
    expect(body).toMatchObject({ facts: [], totals: [], next: null, knownAt: { position: '0', recordedAt: null } });
    expect(body).not.toHaveProperty('prospective');
  });

  it('as an instant is the last position recorded at or before it', async () => {
    const at = async (instant: string): Promise<Coordinated['knownAt']> =>
      (await get<Coordinated>(`/v1/state?knownAt=${encodeURIComponent(instant)}`)).body.knownAt;
    const plus = (instant: string, milliseconds: number): string =>
      new Date(Date.parse(instant) + milliseconds).toISOString();
    const { position, recordedAt } = blocked;
    expect(await at(recordedAt)).toEqual({ position, recordedAt });
    expect(await at(plus(recordedAt, 1))).toEqual({ position, recordedAt });
    expect((await at(plus(recordedAt, -1))).position).toBe(String(CAST_SIZE));
    expect(await at(plus(allowed.recordedAt, 1))).toEqual({
      position: allowed.position,
      recordedAt: allowed.recordedAt,
    });
    expect(await at(beforeAnything)).toEqual({ position: '0', recordedAt: null });
    expect(await at('2000-01-01T00:00:00Z')).toEqual({ position: '0', recordedAt: null });
    // Whatever zone it is written in.
    const local = `${plus(recordedAt, 3_600_000).slice(0, -1)}+01:00`;
    expect(await at(local)).toEqual({ position, recordedAt });
  });

  it('as an instant includes every event of its millisecond', async () => {
    const { body } = await get<TimelineAnswer>('/v1/timeline');
    const last = body.knownAt.recordedAt as string;
    const { body: same } = await get<TimelineAnswer>(`/v1/timeline?knownAt=${last}`);
    expect(same).toEqual(body);
  });

  it.each([
    () => new Date(Date.now() + 60_000).toISOString(),
    () => '9999-12-31T23:59:59.999Z',
    () => '9999-12-31T23:59:59-23:59',
  ])('later than now is refused', async (instant) => {
    for (const path of reads(blocked.id))
      expectRefused(await get(`${path}?knownAt=${instant()}`), 'invalid-coordinate');
  });

  it("past the log's head is refused, naming the head", async () => {
    const head = await client.head();
    for (const path of reads(blocked.id)) {
      const reply = await get(`${path}?knownAt=position:${head + 1}`);
      expectRefused(reply, 'invalid-coordinate');
      expect(reply.body.detail).toContain(String(head));
    }
  });

  it.each([
    'position:',
    'position:-1',
    'position:1.5',
    'position:1e2',
    'position:01',
    'position:99999999999999999999',
    '31',
    'latest',
    '2026-03-01',
    '2026-03-01T12:00:00',
    '2026-13-01T12:00:00Z',
    '2026-02-30T12:00:00Z',
  ])('in any other form is refused: %s', async (knownAt) => {
    expectRefused(await get(`/v1/state?knownAt=${knownAt}`), 'invalid-coordinate');
  });

  it('if left out is everything the views know, and answers what has just been recorded', async () => {
    const { id, position } = await recorded(client, meeting('2021'));
    const { body } = await get<Coordinated>(`/v1/developments/${id}`);
    expect(body.knownAt.position).toBe(position);
  });
});

describe('minPosition', () => {
  it('of what is there is no wait', async () => {
    for (const path of reads(blocked.id)) {
      expect((await get(`${path}?minPosition=${allowed.position}`)).status).toBe(200);
    }
  });

  it('waits until the views have reached it', async () => {
    const next = (await client.head()) + 1;
    const waiting = ['/v1/state', '/v1/timeline', '/v1/entities', '/v1/matters', FACT].map((path) =>
      get<Coordinated>(`${path}?minPosition=${next}`),
    );
    await pause(50);
    await recorded(client, meeting('2021'));
    for (const { status, body } of await Promise.all(waiting)) {
      expect(status).toBe(200);
      expect(Number(body.knownAt.position)).toBeGreaterThanOrEqual(next);
    }
  });

  it('that never comes is 503 views-behind with Retry-After, everywhere', async () => {
    const never = (await client.head()) + 1_000;
    const { next } = (await get<TimelineAnswer>('/v1/timeline?limit=1')).body;
    const paths = [...reads(blocked.id).map((path) => `${path}?`), `/v1/timeline?cursor=${next}&`];
    const replies = await Promise.all(paths.map((path) => get(`${path}minPosition=${never}`)));
    for (const { status, headers, body } of replies) {
      expect([status, body.code]).toEqual([503, 'views-behind']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  it.each(['-1', '1.5', 'x', 'position:3', '', '1e3'])('is a plain number: %j is refused', async (minPosition) => {
    for (const path of reads(blocked.id)) {
      expectRefused(await get(`${path}?minPosition=${minPosition}`), 'invalid-coordinate');
    }
  });
});

describe('an answer', () => {
  it('says asOf, knownAt and rules, and asked again at these it is the same, byte for byte, after more events too', async () => {
    const paths = reads(blocked.id).flatMap((path) =>
      ['/v1/state', '/v1/timeline', '/v1/entities'].includes(path) ? [`${path}?`, `${path}?limit=1&`] : [`${path}?`],
    );
    const first = await Promise.all(paths.map((path) => get<Coordinated>(path)));
    await corrected(client, blocked.id, { when: '2013-01-01' });
    await client.put('/v1/entities/miit', { type: 'authority', name: 'Another name' });
    await client.put('/v1/matters/antitrust', { title: 'Another title' });
    await recorded(client, links('blocked', '2000-01-01'));
    for (const [index, { body, text, headers }] of first.entries()) {
      expect(body.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(body.knownAt).toEqual({ position: expect.any(String), recordedAt: expect.any(String) });
      expect(Number.isInteger(body.rules)).toBe(true);
      const again = await get(`${paths[index]}asOf=${body.asOf}&knownAt=position:${body.knownAt.position}`);
      expect(again.text).toBe(text);
      expect(again.headers.get('etag')).toBe(headers.get('etag'));
    }
  });

  it('of kinds, events and health has no coordinates, and they take none', async () => {
    for (const path of ['/v1/kinds', '/v1/events', '/health/live', '/health/started', '/health/ready']) {
      for (const parameter of ['asOf=2021-01-01', 'knownAt=position:1', 'minPosition=1']) {
        expect((await get(`${path}?${parameter}`)).status).toBe(400);
      }
    }
  });
});
