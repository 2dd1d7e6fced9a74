import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/http/problem.js';
import { corrected, fine, links, meeting, noted, recorded, registerCast, usd } from '../cast.js';
import { type Client, type Reply, start } from '../service.js';

type Page = Record<string, { fact?: string; id?: string; slug?: string }[]> & {
  readonly asOf: string;
  readonly knownAt: { readonly position: string };
  readonly totals?: object[];
  readonly next: string | null;
};

const LISTS = [
  ['/v1/state', 'facts'],
  ['/v1/state/diff?from.asOf=1999-01-01', 'facts'],
  ['/v1/state/changes?since=0', 'facts'],
  ['/v1/timeline', 'developments'],
  ['/v1/timeline?order=desc', 'developments'],
  ['/v1/timeline?entity=alibaba', 'developments'],
  ['/v1/timeline?q=meeting+tencent', 'developments'],
  ['/v1/timeline?q=fine&entity=alibaba&order=desc', 'developments'],
  ['/v1/entities', 'entities'],
  ['/v1/entities?type=company', 'entities'],
  ['/v1/matters', 'matters'],
] as const;

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  for (let year = 2000; year < 2025; year++) {
    await recorded(client, meeting(`${year}`));
    // Several on one day, so that only log order tells them apart.
    await recorded(client, meeting('2010-05-05', { title: `One of many, ${year}` }));
    await recorded(client, fine(year % 2 ? 'alibaba' : 'tencent', `${year}-03`, usd(`${year}`)));
  }
  const effects = ['a', 'b', 'c', 'd'].map((predicate) => ({ predicate, subject: 'wechat', value: 'x' }));
  await recorded(client, noted('2015', effects));
});
afterAll(() => client.close());

const get = <Body = Page>(path: string): Promise<Reply<Body>> => client.get<Body>(path);
const withParameter = (path: string, parameter: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}${parameter}`;
const keyOf = (item: Page[string][number]): string => item.fact ?? item.id ?? (item.slug as string);

/** All pages of a list; `between` happens after each. */
async function walk(path: string, member: string, limit: number, between: () => Promise<unknown>): Promise<Page[]> {
  const pages = [(await get(withParameter(path, `limit=${limit}`))).body];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
    await between();
    const { status, body } = await get(`${path.split('?')[0]}?cursor=${next}`);
    expect(status).toBe(200);
    expect(body[member]?.length).toBeLessThanOrEqual(limit);
    pages.push(body);
  }
  return pages;
}

describe('paging', () => {
  it.each(LISTS)('%s at fixed coordinates gives every item once while writes go on', async (path, member) => {
    const { body: whole } = await get(withParameter(path, 'limit=1000'));
    expect(whole.next).toBeNull();
    let written = 0;
    const pages = await walk(path, member, 8, async () => {
      written++;
      await recorded(client, meeting(`20${10 + (written % 10)}`));
      await recorded(client, links(written % 2 ? 'blocked' : 'allowed', '2001-01-01'));
      await client.put(`/v1/entities/a-${member}-${written}`, { type: 'company', name: 'New' });
      await client.put(`/v1/matters/a-${member}-${written}`, { title: 'New' });
      const first = whole.developments?.[0]?.id;
      if (first) await corrected(client, first, { when: `20${10 + (written % 10)}`, title: `Moved ${written}` });
    });
    expect(pages.flatMap((page) => page[member])).toEqual(whole[member]);
    expect(new Set(pages.flatMap((page) => page[member]?.map(keyOf))).size).toBe(whole[member]?.length);
    for (const page of pages) {
      expect([page.asOf, page.knownAt]).toEqual([whole.asOf, whole.knownAt]);
      // Totals stand on every page, for the whole filter.
      expect(page.totals).toEqual(whole.totals);
    }
  });

  it.each([1, 7, 1000])('in steps of %i makes no difference', async (limit) => {
    const at = `asOf=2024-12-31&knownAt=position:${await client.head()}`;
    const { body: whole } = await get(`/v1/timeline?kind=FineImposed&${at}&limit=1000`);
    const pages = await walk(`/v1/timeline?kind=FineImposed&${at}`, 'developments', limit, async () => undefined);
    expect(pages.flatMap(({ developments }) => developments)).toEqual(whole.developments);
    expect(pages.length).toBe(Math.ceil((whole.developments?.length as number) / limit));
  });

  it('ends with null also where the last page is full', async () => {
    const { body: whole } = await get('/v1/matters?knownAt=position:20');
    const count = whole.matters?.length as number;
    expect((await get(`/v1/matters?knownAt=position:20&limit=${count}`)).body.next).toBeNull();
  });

  it('gives 100 where no limit is given', async () => {
    const { body } = await get('/v1/timeline');
    expect(body.developments).toHaveLength(100);
    expect(body.next).not.toBeNull();
    expect((await get(`/v1/timeline?cursor=${body.next}`)).body.developments?.length).toBeGreaterThan(0);
  });
});

describe('a cursor', () => {
  const question = '/v1/timeline?entity=alibaba&order=desc&asOf=2024-12-31';
  const cursorOf = async (path: string): Promise<string> => {
    const { next } = (await get(withParameter(path, 'limit=2'))).body;
    if (!next) throw new Error(`${path} has one page`);
    return next;
  };
  const refusal = async (path: string): Promise<string> => {
    const { status, body } = await get<Problem>(path);
    return `${status} ${body.code}`;
  };

  it('is sent alone, or with the same parameters', async () => {
    const cursor = await cursorOf(question);
    const alone = await get(`/v1/timeline?cursor=${cursor}`);
    expect(alone.status).toBe(200);
    expect((await get(`${question}&limit=2&cursor=${cursor}`)).text).toBe(alone.text);
    expect((await get(`/v1/timeline?entity=alibaba&cursor=${cursor}`)).text).toBe(alone.text);
  });

  it('may come with the coordinates that the answer said', async () => {
    const { body } = await get('/v1/timeline?limit=2');
    const alone = await get(`/v1/timeline?cursor=${body.next}`);
    const at = `asOf=${body.asOf}&knownAt=position:${body.knownAt.position}`;
    expect((await get(`/v1/timeline?${at}&limit=2&cursor=${body.next}`)).text).toBe(alone.text);
  });

  it('may come with the instant it was given for', async () => {
    const instant = new Date().toISOString();
    const first = await get(`/v1/timeline?knownAt=${instant}&limit=2`);
    expect((await get(`/v1/timeline?knownAt=${instant}&limit=2&cursor=${first.body.next}`)).status).toBe(200);
    const other = '2000-01-01T00:00:00Z';
    expect(await refusal(`/v1/timeline?knownAt=${other}&cursor=${first.body.next}`)).toBe('400 invalid-parameter');
  });

  it('is the same for the same page, however that was asked for', async () => {
    const { body } = await get('/v1/timeline?order=desc&entity=alibaba&limit=2');
    const at = `asOf=${body.asOf}&knownAt=position:${body.knownAt.position}`;
    expect(await cursorOf(`/v1/timeline?entity=alibaba&${at}&order=desc`)).toBe(body.next);
  });

  it.each([
    'entity=tencent',
    'order=asc',
    'kind=FineImposed',
    'from=2000-01-01',
    'include=retracted',
    'asOf=2024-12-30',
    'knownAt=position:1',
    'colour=red',
  ])('with other parameters is refused: %s', async (parameter) => {
    const cursor = await cursorOf('/v1/timeline?entity=alibaba&order=desc&asOf=2024-12-31');
    expect(await refusal(`/v1/timeline?cursor=${cursor}&${parameter}`)).toBe('400 invalid-parameter');
  });

  it('of another list is refused', async () => {
    expect(await refusal(`/v1/state?cursor=${await cursorOf('/v1/timeline')}`)).toBe('400 invalid-parameter');
    expect(await refusal(`/v1/matters?cursor=${await cursorOf('/v1/entities')}`)).toBe('400 invalid-parameter');
  });

  it.each(['', 'x', 'e30', 'bnVsbA', 'WyJhIl0', '....', '%00', '%F0%9F%92%A9'])(
    'that was never given is refused: %j',
    async (garbage) => {
      for (const [path] of LISTS) {
        expect(await refusal(withParameter(path, `cursor=${garbage}`))).toBe('400 invalid-parameter');
      }
    },
  );

  it('that was damaged is refused', async () => {
    const cursor = await cursorOf('/v1/state');
    for (const damaged of [cursor.slice(0, -1), cursor.slice(1), `${cursor}!`, `${cursor}AAAA`, `.${cursor}`]) {
      expect(await refusal(`/v1/state?cursor=${damaged}`)).toBe('400 invalid-parameter');
    }
  });

  it('that was forged is refused, or answered: it breaks nothing', async () => {
    const genuine = JSON.parse(Buffer.from(await cursorOf('/v1/timeline'), 'base64url').toString('utf8'));
    for (const forgery of [
      { after: [] },
      { after: ['a', 'b', 'c'] },
      { after: [1, 2] },
      { after: [1e308, 1, 1] },
      { after: [null, 1, 1] },
      { after: { 0: 1 } },
      { day: 1e9 },
      { day: 'x' },
      { position: -1 },
      { position: 1e12 },
      { limit: 100_000 },
      { limit: '5' },
      { filter: { entity: 5 } },
      { filter: { entity: '../..' } },
      { filter: [] },
      { list: '__proto__' },
    ]) {
      const forged = Buffer.from(JSON.stringify({ ...genuine, ...forgery })).toString('base64url');
      expect([200, 400]).toContain((await get(`/v1/timeline?cursor=${forged}`)).status);
    }
  });

  it('of another log is stale', async () => {
    const other = await start();
    await registerCast(other);
    const { next } = (await other.get<Page>('/v1/entities?limit=1')).body;
    await other.close();
    expect(await refusal(`/v1/entities?cursor=${next}`)).toBe('400 stale-cursor');
  });

  it('of other rules is stale', async () => {
    const genuine = JSON.parse(Buffer.from(await cursorOf('/v1/state'), 'base64url').toString('utf8'));
    const older = Buffer.from(JSON.stringify({ ...genuine, rules: genuine.rules - 1 })).toString('base64url');
    expect(await refusal(`/v1/state?cursor=${older}`)).toBe('400 stale-cursor');
  });

  it('is given once', async () => {
    const cursor = await cursorOf('/v1/state');
    expect(await refusal(`/v1/state?cursor=${cursor}&cursor=${cursor}`)).toBe('400 invalid-parameter');
  });
});

describe('limit', () => {
  it.each(['0', '1001', '-1', '1.5', '1e2', '0x10', '007', '', '%205', '5%20', 'all', '١', '1&limit=1'])(
    'is a plain whole number from 1 to 1000, given once: %j is refused',
    async (limit) => {
      for (const [path] of LISTS) {
        const { status, body } = await get<Problem>(withParameter(path, `limit=${limit}`));
        expect([status, body.code]).toEqual([400, 'invalid-parameter']);
      }
    },
  );

  it.each([1, 1000])('of %i is taken', async (limit) => {
    for (const [path] of LISTS) expect((await get(withParameter(path, `limit=${limit}`))).status).toBe(200);
  });
});
