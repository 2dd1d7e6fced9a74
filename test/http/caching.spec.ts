import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StateAnswer } from '../../src/state/state.query.js';
import { corrected, fine, links, meeting, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';

let client: Client;
let position: string;
let id: string;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  ({ id } = await recorded(client, links('blocked', '2012-01-01')));
  await recorded(client, fine('alibaba', '2021-04-10', usd('5')));
  ({ position } = await recorded(client, meeting('2021-09-09')));
});
afterAll(() => client.close());

const etagOf = async (path: string): Promise<string> => (await client.get(path)).headers.get('etag') as string;

describe('the ETag of a read', () => {
  it('is strong, and no revision', async () => {
    for (const path of ['/v1/state', '/v1/timeline', `/v1/developments/${id}`, '/v1/entities/miit', '/v1/matters']) {
      expect(await etagOf(path)).toMatch(/^"[\x21\x23-\x7e]{16,}"$/);
    }
  });

  it('differs by position, day, path and filter', async () => {
    const at = `asOf=2021-09-15&knownAt=position:${position}`;
    const tags = await Promise.all(
      [
        `/v1/state?${at}`,
        `/v1/state?asOf=2021-09-16&knownAt=position:${position}`,
        `/v1/state?asOf=2021-09-15&knownAt=position:${Number(position) - 1}`,
        `/v1/state?${at}&entity=alibaba`,
        `/v1/state?${at}&entity=wechat`,
        `/v1/state?${at}&predicate=links`,
        `/v1/state?${at}&limit=1`,
        `/v1/timeline?${at}`,
        `/v1/timeline?${at}&order=desc`,
        `/v1/facts/links:wechat:taobao?${at}`,
        `/v1/developments/${id}?${at}`,
        `/v1/developments/${id}/history?${at}`,
      ].map(etagOf),
    );
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('is the same for the same question, however it is written', async () => {
    const at = `asOf=2021-09-15&knownAt=position:${position}`;
    const tag = await etagOf(`/v1/state?${at}&entity=alibaba&limit=5`);
    expect(await etagOf(`/v1/state?limit=5&entity=alibaba&knownAt=position:${position}&asOf=2021-09-15`)).toBe(tag);
    expect(await etagOf(`/v1/state?${at}&entity=alibaba&limit=5&minPosition=1`)).toBe(tag);
  });

  it('names one and the same text: two answers with one ETag are equal', async () => {
    const asked = [
      `/v1/state?limit=1&entity=alibaba&predicate=penalty&asOf=2021-09-15&knownAt=position:${position}`,
      `/v1/state?knownAt=position:${position}&predicate=penalty&limit=1&asOf=2021-09-15&entity=alibaba`,
      `/v1/timeline?limit=1&order=asc&from=2000-01-01&asOf=2021-09-15&knownAt=position:${position}`,
      `/v1/timeline?from=2000-01-01&order=asc&asOf=2021-09-15&limit=1&knownAt=position:${position}`,
    ];
    const texts = new Map<string, Set<string>>();
    for (const path of asked) {
      const { headers, text } = await client.get(path);
      const tag = headers.get('etag') as string;
      texts.set(tag, (texts.get(tag) ?? new Set()).add(text));
    }
    expect(texts.size).toBe(2);
    for (const each of texts.values()) expect(each.size).toBe(1);
  });

  it('is of this log: another one answers with another', async () => {
    const other = await start();
    const { headers } = await other.get('/v1/state?asOf=2021-09-15&knownAt=position:0');
    expect(headers.get('etag')).not.toBe(await etagOf('/v1/state?asOf=2021-09-15&knownAt=position:0'));
    await other.close();
  });
});

describe('If-None-Match', () => {
  it('with the ETag is answered 304 without a body', async () => {
    const path = '/v1/state?asOf=2021-09-15';
    const first = await client.get<StateAnswer>(path);
    const etag = first.headers.get('etag') as string;
    for (const tags of [etag, `"x", ${etag}`, `W/${etag}`, '*']) {
      const { status, text, headers } = await client.get(path, { 'if-none-match': tags });
      expect([status, text]).toEqual([304, '']);
      expect(headers.get('etag')).toBe(etag);
      expect(headers.get('cache-control')).toBe('no-cache');
    }
    for (const tags of ['"x"', etag.slice(0, -2), '"0"']) {
      const { status, text } = await client.get(path, { 'if-none-match': tags });
      expect([status, text]).toEqual([200, first.text]);
    }
  });

  it('is answered anew once more is known', async () => {
    const etag = await etagOf('/v1/state?asOf=2021-09-15');
    await corrected(client, id, { title: 'Another title' });
    expect((await client.get('/v1/state?asOf=2021-09-15', { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('Cache-Control', () => {
  const at = (): string => `asOf=2021-09-15&knownAt=position:${position}`;

  it('lets an answer be kept for an hour where day and position are given', async () => {
    for (const path of ['/v1/state', '/v1/timeline', '/v1/facts/links:wechat:taobao', '/v1/entities', '/v1/matters']) {
      const { headers } = await client.get(`${path}?${at()}`);
      expect(headers.get('cache-control')).toBe('private, max-age=3600, must-revalidate');
    }
  });

  it('is no-cache where one of them is not, or what is known is told by an instant', async () => {
    const instant = new Date().toISOString();
    for (const parameters of [
      '',
      'asOf=2021-09-15',
      `knownAt=position:${position}`,
      `asOf=2021-09-15&knownAt=${instant}`,
    ]) {
      for (const path of ['/v1/state', '/v1/timeline', `/v1/developments/${id}`]) {
        expect((await client.get(`${path}?${parameters}`)).headers.get('cache-control')).toBe('no-cache');
      }
    }
  });
});

describe('HEAD', () => {
  it('has the headers of GET and no body', async () => {
    const path = `/v1/state?asOf=2021-09-15&knownAt=position:${position}`;
    const { headers } = await client.get(path);
    const head = await client.send('HEAD', path);
    expect([head.status, head.text]).toEqual([200, '']);
    for (const name of ['etag', 'cache-control', 'content-type'])
      expect(head.headers.get(name)).toBe(headers.get(name));
  });
});
