import { type IncomingHttpHeaders, request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { as, freshDirectory, newKey } from '../access/keys.js';
import { type Client, start } from '../service.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const ACME = '{"type":"company","name":"Acme"}';

interface Answered {
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** As fetch can't ask: with any Host. */
const ask = (url: string, headers: Record<string, string>, method = 'GET', body?: string): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, async (answer) => {
      const text = await textOf(answer);
      const isJson = answer.headers['content-type']?.includes('json') ?? false;
      const code = isJson && text !== '' ? JSON.parse(text).code : undefined;
      resolve({ status: answer.statusCode, code, headers: answer.headers });
    });
    sent.on('error', reject).end(body);
  });

describe('on loopback', () => {
  let client: Client;
  let port: string;
  beforeAll(async () => {
    client = await start({ allowedHosts: ['Timeline.example.org', '2001:db8::1'] });
    port = new URL(client.url).port;
  });
  afterAll(() => client.close());

  it.each([
    '127.0.0.1',
    '127.0.0.1:80',
    '127.8.9.10:3000',
    'localhost',
    'LOCALHOST:3000',
    'localhost.:3000',
    'regtime.localhost:3000',
    '[::1]:3000',
    '[::ffff:127.0.0.1]',
    'timeline.example.org',
    'timeline.EXAMPLE.org:8443',
    '[2001:db8::1]:3000',
  ])('it answers to %s', async (host) => {
    for (let n = 0; n < 2; n++) expect((await ask(`${client.url}/v1/state`, { host })).status).toBe(200);
  });

  it.each([
    'rebound.example.com',
    'rebound.example.com:3000',
    'localhost.example.com',
    'notlocalhost',
    '127.0.0.1.example.com',
    '0.0.0.0:3000',
    '192.168.0.1',
    '[::]:3000',
    'evil.timeline.example.org',
    'user@localhost',
    'localhost:3000:3000',
    'localhost/',
  ])('it does not answer to %s, whatever is asked', async (host) => {
    for (const path of ['/v1/state', '/openapi.json', '/health/ready', '/v1/nothing']) {
      expect(await ask(client.url + path, { host })).toMatchObject({ status: 421, code: 'unexpected-host' });
    }
    const put = await ask(`${client.url}/v1/entities/acme`, { host, ...JSON_TYPE }, 'PUT', ACME);
    expect(put).toMatchObject({ status: 421, code: 'unexpected-host' });
  });

  it.each([
    ['https://example.com', 403],
    ['null', 403],
    ['http://localhost:1', 403],
    ['file://', 403],
    ['', 403],
    ['https://timeline.example.org', 200],
    ['https://timeline.example.org:8443', 200],
  ])('a page of %j that would change something: %i', async (origin, status) => {
    await ask(`${client.url}/v1/entities/acme`, JSON_TYPE, 'PUT', ACME);
    const put = await ask(`${client.url}/v1/entities/acme`, { origin, ...JSON_TYPE }, 'PUT', ACME);
    expect([put.status, put.code]).toEqual([status, status === 403 ? 'cross-origin' : undefined]);
  });

  it('its own pages may change something, by whichever name they were opened', async () => {
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      const headers = { host: `${name}:${port}`, origin: `http://${name}:${port}`, ...JSON_TYPE };
      expect((await ask(`${client.url}/v1/entities/acme`, headers, 'PUT', ACME)).status).toBe(200);
    }
    const proxied = { host: 'timeline.example.org', origin: 'https://timeline.example.org', ...JSON_TYPE };
    expect((await ask(`${client.url}/v1/entities/acme`, proxied, 'PUT', ACME)).status).toBe(200);
  });

  it('pages of others may ask, but no browser lets them read the answer', async () => {
    const { status, headers } = await ask(`${client.url}/v1/state`, { origin: 'https://example.com' });
    expect(status).toBe(200);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    const preflight = { origin: 'https://example.com', 'access-control-request-method': 'PUT' };
    expect((await ask(`${client.url}/v1/entities/acme`, preflight, 'OPTIONS')).status).toBe(404);
  });
});

describe('where others reach it', () => {
  it('any name will do, for who asks has to be known anyway; with names given, only those and loopback', async () => {
    const dataDir = freshDirectory();
    const { key } = await newKey(dataDir, 'reader');
    for (const [allowedHosts, statuses] of [
      [undefined, [200, 200, 200]],
      [['timeline.example.org'], [421, 200, 200]],
    ] as const) {
      const client = await start({ host: '0.0.0.0', dataDir, ...(allowedHosts && { allowedHosts }) });
      const url = `http://127.0.0.1:${new URL(client.url).port}/v1/state`;
      const answers: (number | undefined)[] = [];
      for (const host of ['somewhere.example.com', 'timeline.example.org', 'localhost']) {
        answers.push((await ask(url, { host, ...as(key) })).status);
      }
      expect(answers).toEqual(statuses);
      await client.close();
    }
  });

  it.each([['0.0.0.0'], ['::'], ['']])(
    'it does not start without keys or issuer (%j), nor makes a directory',
    async (host) => {
      const dataDir = `${freshDirectory()}/data`;
      const starting = start({ host, dataDir });
      await expect(starting).rejects.toThrow(/regtime key create .*--jwt-issuer.*--host 127\.0\.0\.1/);
      await expect(starting).rejects.toMatchObject({ name: 'AccessError' });
    },
  );
});

describe('every answer', () => {
  let client: Client;
  beforeAll(async () => {
    client = await start();
  });
  afterAll(() => client.close());

  it.each(['/v1/state', '/v1/events', '/v1/nothing', '/v1/entities/%zz', '/health/live', '/openapi.json', '/docs'])(
    'tells browsers to take it as what it is, and not to show it as part of another page: %s',
    async (path) => {
      const { headers } = await client.get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.* frame-ancestors 'none'$/);
    },
  );

  it('leaves the page of the description its own style', async () => {
    const { headers } = await client.get('/docs');
    expect(headers.get('content-security-policy')).toContain("style-src 'sha256-");
  });
});
