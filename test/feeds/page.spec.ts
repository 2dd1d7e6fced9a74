import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Client, start } from '../service.js';

const PAGE = readFileSync('docs/feeds.md', 'utf8');
const TYPES = { atom: 'application/atom+xml', ics: 'text/calendar', csv: 'text/csv' };

let client: Client;
beforeAll(async () => {
  client = await start({ sample: true });
});
afterAll(() => client.close());

it('every address on docs/feeds.md answers with what it is said to be, and with something in it', async () => {
  const paths = [...PAGE.matchAll(/"\$api(\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(5);
  for (const path of paths) {
    const { status, headers, text } = await client.get(`/v1${path}`);
    const [, ending = ''] = /\.(\w+)(\?|$)/.exec(path) ?? [];
    const type = TYPES[ending as keyof typeof TYPES];
    expect([path, status, headers.get('content-type')]).toEqual([path, 200, expect.stringContaining(type)]);
    if (path.includes('?'))
      expect([path, text]).toEqual([path, expect.stringMatching(/<entry>|BEGIN:VEVENT|\r\n.+\r\n$/)]);
  }
});
