import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { packedFor } from '../../src/web/encoding.js';
import { start } from '../service.js';
import { Explorer, settled } from './explorer.js';

const BUDGET = 200_000;

describe('the page as it is served', () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await Explorer.open();
  });
  afterAll(() => explorer.close());

  test('loads its own files and asks this service, nothing else', async () => {
    const { headers, text } = await explorer.service.get<string>('/');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    );
    expect(text).not.toMatch(/<style|style=|<script>|https?:\/\//);
    const { page, wrong, context } = await explorer.look('/');
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(explorer.service.url)) elsewhere.push(request.url());
    });
    await page.reload();
    await settled(page);
    expect([...elsewhere, ...wrong]).toEqual([]);
    await context.close();
  });

  test('its first view of the sample takes less than 200 kB', async () => {
    const { page, context } = await explorer.look('about:blank');
    let bytes = 0;
    page.on('requestfinished', async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      bytes += responseBodySize + responseHeadersSize;
    });
    await page.goto(explorer.service.url);
    await settled(page);
    await page.locator('.course-span').first().waitFor();
    await page.waitForTimeout(500);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(BUDGET);
    await context.close();
  });

  test('what forms are made of comes when somebody opens one', async () => {
    const { page, context, wrong } = await explorer.look('about:blank');
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (/\/record-page-\w+\.js$/.test(request.url())) scripts.push(request.url());
    });
    await page.goto(explorer.service.url);
    await settled(page);
    expect(scripts).toEqual([]);
    await page.getByRole('link', { name: 'Record', exact: true }).click();
    await page.getByLabel('Kind').waitFor();
    expect(scripts).toHaveLength(1);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('its files keep for ever, the page itself is asked for again and is the same', async () => {
    const page = await explorer.service.get<string>('/');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const again = await explorer.service.get('/?asOf=2021-09-15', { 'if-none-match': page.headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
    const script = await explorer.service.get<string>(/\/assets\/main-\w+\.js/.exec(page.text)?.[0] ?? '');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test('what is not there is a problem, as everywhere', async () => {
    for (const path of ['/assets/none.js', '/assets/..%2findex.html', '/nowhere']) {
      const { status, body } = await explorer.service.get<{ code: string }>(path);
      expect([status, body.code]).toEqual([404, 'not-found']);
    }
  });

  test('a service without the page says how to get it', async () => {
    const service = await start();
    const { status, body } = await service.get<{ detail: string }>('/');
    expect([status, body.detail]).toEqual([404, expect.stringContaining('npm run build')]);
    await service.close();
  });
});

describe('a file', () => {
  const file = { plain: Buffer.from('plain'), br: Buffer.from('br'), gzip: Buffer.from('gzip') };

  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['br;q=0.000, GZIP', 'gzip'],
    ['identity', undefined],
    [undefined, undefined],
  ])('is packed as it is accepted: %s', (accepted, encoding) => {
    expect(packedFor(file, accepted).encoding).toBe(encoding);
  });

  test('that was not packed is sent as it is', () => {
    expect(packedFor({ plain: file.plain }, 'br').body).toBe(file.plain);
  });
});
