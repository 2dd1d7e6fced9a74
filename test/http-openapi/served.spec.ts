import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, start } from '../service.js';

let client: Client;
beforeAll(async () => {
  client = await start();
});
afterAll(() => client.close());

describe.each([
  ['/openapi.json', 'application/json; charset=utf-8'],
  ['/docs', 'text/html; charset=utf-8'],
])('%s', (path, type) => {
  it('is served with its type and a tag, to be asked for again each time', async () => {
    const { status, headers } = await client.get(path);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, type, 'no-cache']);
    expect(headers.get('etag')).toMatch(/^"[\w-]{43}"$/);
  });

  it('is not sent to whoever has it', async () => {
    const { headers } = await client.get(path);
    const again = await client.get(path, { 'if-none-match': String(headers.get('etag')) });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', headers.get('etag')]);
    expect((await client.get(path, { 'if-none-match': '"another"' })).status).toBe(200);
  });
});

describe('the page of the description', () => {
  const page = async (): Promise<string> => (await client.get('/docs')).text;

  it('loads nothing and runs nothing', async () => {
    const html = await page();
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|form)\b|\ssrc=|\son\w+=|url\(|@import/i);
    const { headers } = await client.get('/docs');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'/);
  });

  it('shows every operation, schema and problem, and every link on it leads somewhere', async () => {
    const html = await page();
    const { body } = await client.get<{ paths: object; components: { schemas: object; examples: object } }>(
      '/openapi.json',
    );
    const places = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const operations = [...JSON.stringify(body.paths).matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
    const expected = [
      ...operations,
      ...Object.keys(body.components.schemas).map((name) => `schema-${name}`),
      ...Object.keys(body.components.examples).map((code) => `problem-${code}`),
    ];
    expect(expected.filter((place) => !places.has(place))).toEqual([]);
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => String(href));
    expect(links.filter((href) => href !== 'openapi.json' && !places.has(href.slice(1)))).toEqual([]);
    expect(places.size).toBe([...html.matchAll(/\sid="/g)].length);
  });

  it('escapes what it shows', async () => {
    const html = await page();
    expect(html).toContain('&quot;currency&quot;: &quot;USD&quot;');
    expect(html).not.toContain('undefined');
    expect(html).not.toContain('[object Object]');
  });
});
