import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../../src/access/role.js';
import type { Problem } from '../../src/http/problem.js';
import { as, freshDirectory, newKey, revoke } from '../access/keys.js';
import { operations } from '../http-openapi/conformity.js';
import { type Client, start } from '../service.js';

const FEEDS = ['/v1/timeline.atom', '/v1/calendar.ics', '/v1/timeline.csv', '/v1/state.csv'];
const CHALLENGE = 'Basic realm="regulatory-timeline", charset="UTF-8", Bearer realm="regulatory-timeline"';

const directory = freshDirectory();
const keys = {} as Record<Role, { readonly key: string; readonly id: string }>;
let client: Client;
beforeAll(async () => {
  for (const role of ROLES) keys[role] = await newKey(directory, role);
  client = await start({ dataDir: directory });
});
afterAll(() => client.close());

const password = (key: string, user = 'anybody') => ({
  authorization: `Basic ${Buffer.from(`${user}:${key}`).toString('base64')}`,
});

describe('a key as a password', () => {
  it('is taken for feeds, calendars and CSV, whatever the user is called', async () => {
    for (const path of FEEDS) {
      for (const user of ['', 'anybody', '微信']) {
        expect((await client.get(path, password(keys.reader.key, user))).status).toBe(200);
      }
      expect((await client.get(path, as(keys.reader.key))).status).toBe(200);
    }
  });

  it('is asked for there by a challenge that their programs know, and nowhere else', async () => {
    for (const path of FEEDS) expect((await client.get(path)).headers.get('www-authenticate')).toBe(CHALLENGE);
    expect((await client.get('/v1/timeline')).headers.get('www-authenticate')).toBe(
      'Bearer realm="regulatory-timeline"',
    );
  });

  it.each(ROLES.filter((role) => role !== 'reader'))('is not taken of the role %s, which can do more', async (role) => {
    const { status, body } = await client.get<Problem>('/v1/timeline.atom', password(keys[role].key));
    expect([status, body.code, body.detail]).toEqual([
      401,
      'unauthenticated',
      expect.stringContaining(`the role ${role}`),
    ]);
  });

  it.each([
    ['another key', () => password(`regtime_ffffffffffff_${'A'.repeat(43)}`)],
    ['no key', () => password('secret')],
    ['a user without a password', () => ({ authorization: `Basic ${Buffer.from('anybody').toString('base64')}` })],
    ['a key alone', () => ({ authorization: `Basic ${Buffer.from(keys.reader.key).toString('base64')}` })],
    ['a key as the user', () => password('', keys.reader.key)],
    ['what is no Base64', () => ({ authorization: 'Basic :::' })],
  ])('is refused where it is %s', async (_what, headers) => {
    const { status, body } = await client.get<Problem>('/v1/timeline.atom', headers());
    expect([status, body.code]).toEqual([401, 'unauthenticated']);
  });

  it('is not taken in an address, where logs and histories would keep it', async () => {
    const { key } = keys.reader;
    for (const name of ['key', 'token', 'access_token', 'apikey']) {
      expect((await client.get(`/v1/timeline.atom?${name}=${key}`)).status).toBe(401);
    }
  });

  it('lets a browser that keeps it do nothing else: no page can record with it', async () => {
    const others = operations.filter(({ path }) => !FEEDS.includes(path));
    expect(others.length).toBeGreaterThan(25);
    for (const { method, path, operation } of others) {
      const needsNobody = (operation.security ?? []).length === 0;
      const { status } = await client.send(
        method.toUpperCase(),
        path.replaceAll(/\{\w+\}/g, 'acme'),
        method === 'get' ? undefined : '{}',
        { 'content-type': 'application/json', ...password(keys.reader.key) },
      );
      expect([path, status === 401]).toEqual([path, !needsNobody]);
    }
  });

  it('is good for nothing once the key is revoked', async () => {
    const { key, id } = await newKey(directory, 'reader');
    expect((await client.get('/v1/timeline.atom', password(key))).status).toBe(200);
    await revoke(directory, id);
    const deadline = Date.now() + 3_000;
    const ask = async () => (await client.get('/v1/timeline.atom', password(key))).status;
    while ((await ask()) !== 401 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await ask()).toBe(401);
  });
});
