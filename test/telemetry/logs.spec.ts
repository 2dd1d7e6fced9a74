import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { openLog } from '../../src/telemetry/logging.js';
import { meeting, registerCast } from '../cast.js';
import { serviceOver } from '../projecting/service-over.js';
import type { Client } from '../service.js';
import { Lines } from './lines.js';

const lines = new Lines();
let client: Client;
let failure: Error | undefined;
let torn = false;
beforeAll(async () => {
  const store = openSqliteLog({ directory: ':memory:', clock: Date.now });
  const append = store.append.bind(store);
  store.append = async (...appended) => {
    if (failure) throw failure;
    return append(...appended);
  };
  const readAll = store.readAll.bind(store);
  store.readAll = async function* (from) {
    yield* readAll(from);
    if (torn) throw new Error('the disk is gone');
  };
  client = await serviceOver({ store, directory: ':memory:', logging: lines.logging('trace') });
  await registerCast(client);
});
afterAll(() => client.close());
beforeEach(() => {
  lines.texts.length = 0;
  failure = undefined;
  torn = false;
});

/** A request's line comes just after its answer. */
async function requestLines(count: number) {
  while (lines.requests.length < count) await pause(5);
  return lines.requests;
}

describe('of every request there is one line', () => {
  it('with its method, route, status, duration and ids, and without what stood in its path or query', async () => {
    const reply = await client.get('/v1/entities/miit?knownAt=position:1', { 'x-correlation-id': 'newsdesk-4711' });
    expect(await requestLines(1)).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        level: 'info',
        logger: 'http',
        message: 'request',
        request: reply.headers.get('x-request-id'),
        correlation: 'newsdesk-4711',
        method: 'GET',
        route: '/v1/entities/:slug',
        status: reply.status,
        durationMs: expect.any(Number),
      },
    ]);
  });

  it.each([
    ['that no route takes', '/v1/nowhere', 404],
    ['whose path can not be read', '/v1/facts/%zz', 400],
  ])('also of one %s', async (_, path, status) => {
    await client.get(path);
    expect(await requestLines(1)).toMatchObject([{ method: 'GET', route: 'unmatched', status }]);
  });

  it('also of one whose client leaves, which is said', async () => {
    const leaving = request(`${client.url}/v1/events/stream`, (response) => {
      response.once('data', () => leaving.destroy());
    });
    leaving.on('error', () => undefined).end();
    expect(await requestLines(1)).toMatchObject([{ route: '/v1/events/stream', status: 200, complete: false }]);
    expect(lines.all.filter(({ level }) => ['warn', 'error'].includes(level))).toEqual([]);
  });

  it('and no two have the same id', async () => {
    for (let count = 0; count < 20; count++) await client.get('/health/live');
    expect(new Set((await requestLines(20)).map((line) => line.request)).size).toBe(20);
  });

  it('but a correlation id that is none is not repeated', async () => {
    await client.get('/health/live', { 'x-correlation-id': 'a b\tc' });
    expect((await requestLines(1))[0]).not.toHaveProperty('correlation');
  });
});

describe('what goes wrong is told once, with its stack and the ids of its request', () => {
  const errors = () => lines.all.filter(({ level }) => level === 'error');

  it('where nobody foresaw it', async () => {
    failure = new TypeError('there is nothing', { cause: new Error('it was never there') });
    const { headers } = await client.post('/v1/developments', meeting('2021'), { 'x-correlation-id': 'c-1' });
    const ids = { request: headers.get('x-request-id'), correlation: 'c-1' };
    expect(errors()).toEqual([
      expect.objectContaining({
        ...ids,
        message: 'POST /v1/developments',
        err: { type: 'TypeError', message: expect.stringContaining('there is nothing'), stack: expect.any(String) },
      }),
    ]);
    expect(errors()[0]?.err?.stack).toMatch(/TypeError: there is nothing\n +at [\s\S]*Error: it was never there/);
    expect(await requestLines(1)).toMatchObject([{ ...ids, status: 500 }]);
  });

  it('where an answer breaks off half way', async () => {
    torn = true;
    await expect(client.get('/v1/events')).rejects.toThrow();
    expect(await requestLines(1)).toMatchObject([{ route: '/v1/events', complete: false }]);
    expect(errors()).toMatchObject([
      { message: 'GET /v1/events: the answer broke off', err: { stack: expect.stringContaining('the disk is gone') } },
    ]);
  });

  it('where a line of an import fails', async () => {
    failure = new TypeError('there is nothing');
    await client.import([{ matter: { slug: 'new', title: 'New' } }]);
    expect(errors()).toMatchObject([{ request: expect.any(String), err: { stack: expect.any(String) } }]);
  });

  it('and what is merely refused is no error', async () => {
    await client.post('/v1/developments', { kind: 'Nothing' });
    await requestLines(1);
    expect(errors()).toEqual([]);
  });
});

it('nothing of headers, bodies, paths and queries is told, at any level and whatever goes wrong', async () => {
  const SECRET = 'c0ffee-secret';
  const others = {
    cookie: `session=${SECRET}`,
    'x-api-key': SECRET,
    'idempotency-key': SECRET,
    'user-agent': SECRET,
    'if-none-match': `"${SECRET}"`,
  };
  const body = { ...meeting('2021'), title: SECRET, note: SECRET };
  const all = async (scheme: string): Promise<void> => {
    const headers = { ...others, authorization: `${scheme} ${SECRET}` };
    await client.post('/v1/developments', body, headers);
    await client.post('/v1/developments', { ...body, [SECRET]: SECRET }, headers);
    await client.send('POST', '/v1/developments', `{"title": ${SECRET}`, {
      ...headers,
      'content-type': 'application/json',
    });
    await client.send('POST', '/v1/developments', SECRET, { ...headers, 'content-type': `text/${SECRET}` });
    await client.put(`/v1/entities/${SECRET}`, { type: 'company', name: SECRET }, headers);
    await client.import([SECRET, { matter: { slug: SECRET, title: SECRET } }]);
    for (const path of [
      `/v1/entities/${SECRET}`,
      `/v1/state?entity=${SECRET}`,
      `/${SECRET}`,
      `/v1/facts/%zz${SECRET}`,
    ]) {
      await client.get(path, headers);
    }
  };
  failure = Object.assign(new TypeError('no'), { body, headers: others, sent: { authorization: SECRET } });
  // What a proxy knows its users by is let through; a key that is none is refused at the gate.
  await all('Basic');
  failure = undefined;
  await all('Basic');
  await all('Bearer');
  await requestLines(30);
  expect(lines.all.some(({ level }) => level === 'error')).toBe(true);
  expect(lines.texts.filter((line) => line.includes(SECRET))).toEqual([]);
});

describe('for people a line', () => {
  it('begins with when and how grave, and what belongs to it follows', () => {
    const told: string[] = [];
    const log = openLog({ level: 'info', format: 'text', to: { write: (line) => told.push(line) } });
    log.info({ logger: 'http', method: 'GET', status: 200 }, 'request');
    log.error({ logger: 'http', err: new Error('no') }, 'GET /v1/state');
    log.debug('not this');
    expect(told[0]).toMatch(/^\S+Z INFO {2}http request method=GET status=200\n$/);
    expect(told[1]).toMatch(/^\S+Z ERROR http GET \/v1\/state\nError: no\n +at /);
    expect(told).toHaveLength(2);
  });
});
