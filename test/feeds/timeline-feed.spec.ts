import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseAtomFeed } from 'feedsmith';
import type { Problem } from '../../src/http/problem.js';
import type { TimelineAnswer } from '../../src/timeline/timeline.query.js';
import { changed, corrected, fine, links, meeting, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';

const ADDRESS = 'https://example.com/news?a=1&b="<微信>"';
const SOURCES = [
  { publisher: '人民日报 & <b>', title: '关于"链接"', language: 'zh', url: ADDRESS, publishedOn: '2021-09-17' },
  { publisher: 'Second', title: 'Without an address' },
];

let client: Client;
let met: string;
let blocked: string;
let fined: string;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  const matter = 'interoperability';
  ({ id: met } = await recorded(
    client,
    meeting('2021-09~', { matter, sources: SOURCES, title: '工信部 <meets> & "talks"' }),
  ));
  ({ id: blocked } = await recorded(client, links('blocked', '2012', { matter, sources: [] })));
  ({ id: fined } = await recorded(client, fine('alibaba', '2021-04-10', usd('5'), { matter: 'antitrust' })));
  await corrected(client, met, { when: '2021-09-09', note: 'It became known.\nOn two lines.' });
  await changed(client, blocked, 'retraction', { reason: 'It was a rumour.', cause: 'source-error' });
});
afterAll(() => client.close());

const feedAt = async (query = '') => {
  const { status, text } = await client.get(`/v1/timeline.atom${query}`);
  if (status !== 200) throw new Error(text);
  return parseAtomFeed(text);
};
const idsAt = async (query = '') => (await feedAt(query)).entries?.map(({ id }) => id);
const urn = (id: string): string => `urn:uuid:${id}`;

describe('GET /v1/timeline.atom', () => {
  it('has what was recorded or changed last first, retracted developments included', async () => {
    expect(await idsAt()).toEqual([urn(blocked), urn(met), urn(fined)]);
  });

  it('says of an entry when it was first told and when last, in record time', async () => {
    const { body } = await client.get<TimelineAnswer>('/v1/timeline?include=retracted');
    const { entries = [], updated } = await feedAt();
    for (const { id, recordedAt } of body.developments) {
      const entry = entries.find((each) => each.id === urn(id));
      const { body: history } = await client.get<{ versions: { recordedAt: string }[] }>(
        `/v1/developments/${id}/history`,
      );
      expect([entry?.published, entry?.updated]).toEqual([history.versions[0]?.recordedAt, recordedAt]);
    }
    expect(updated).toBe(entries[0]?.updated);
  });

  it('keeps text of any writing as it is, markup included', async () => {
    const [, entry] = (await feedAt()).entries ?? [];
    expect(entry?.title).toMatchObject({ value: '工信部 <meets> & "talks"' });
    const content = JSON.stringify(entry?.content);
    expect(content).toContain('人民日报 &amp; &lt;b&gt;: 关于&quot;链接&quot;');
    expect(entry?.links?.filter(({ rel }) => rel === 'via')).toEqual([
      { rel: 'via', href: ADDRESS, hreflang: 'zh', title: '关于"链接"' },
    ]);
  });

  it('tells the date as vaguely as it is, and what became of an entry', async () => {
    const [gone, told] = (await feedAt()).entries ?? [];
    expect(gone?.title).toMatchObject({ value: 'Retracted: WeChat: links to Taobao blocked' });
    expect(gone?.summary).toMatchObject({ value: expect.stringMatching(/^2012: /) });
    expect(JSON.stringify(gone?.content)).toContain('Retracted. It was a rumour. A source had been wrong.');
    expect(JSON.stringify(gone?.content)).toContain('Nobody said where it was read.');
    expect(JSON.stringify(told?.content)).toContain('Corrected: note, when. It was otherwise.');
    const before = (await feedAt(`?knownAt=position:${(await client.head()) - 2}`)).entries ?? [];
    expect(before.find(({ id }) => id === urn(met))?.summary).toMatchObject({
      value: expect.stringMatching(/^2021-09, date approximate: /),
    });
  });

  it('leads to the development, its history, and the same in JSON, wherever the service is', async () => {
    const { entries = [], links: ownLinks = [] } = await feedAt('?matter=antitrust');
    const [entry] = entries;
    const own = entry?.links?.filter(({ rel }) => rel !== 'via').map(({ href }) => href);
    expect(own).toEqual([`developments/${fined}`, `developments/${fined}/history`]);
    const alternate = ownLinks.find(({ rel }) => rel === 'alternate');
    for (const path of [...(own ?? []), alternate?.href]) {
      const { status, text } = await client.get(
        new URL(String(path), `${client.url}/v1/`).href.slice(client.url.length),
      );
      expect([status, text]).toEqual([200, expect.stringContaining(fined)]);
    }
    expect(ownLinks.find(({ rel }) => rel === 'self')?.href).toBe('timeline.atom?matter=antitrust');
  });

  it.each([
    ['a matter', '?matter=interoperability', () => [blocked, met]],
    ['an entity', '?entity=wechat', () => [blocked]],
    ['a kind', '?kind=FineImposed', () => [fined]],
    ['a search', `?q=${encodeURIComponent('工信')}`, () => [met]],
    ['days', '?from=2021-04-11', () => [met]],
    ['several at once', '?entity=alibaba&matter=interoperability&kind=GuidanceMeetingHeld&to=2021-12-31', () => [met]],
    ['what nothing matches', '?entity=baidu', () => undefined],
  ])('is to be had of %s', async (_what, query, expected) => {
    expect(await idsAt(query)).toEqual(expected()?.map(urn));
  });

  it('has the same id for the same filter, at every position and on every page', async () => {
    const ids = async (...queries: readonly string[]) =>
      new Set(await Promise.all(queries.map(async (query) => (await feedAt(query)).id)));
    expect((await ids('', '?limit=1', `?knownAt=position:${await client.head()}`)).size).toBe(1);
    expect((await ids('', '?matter=antitrust', '?matter=interoperability', '?entity=alibaba')).size).toBe(4);
  });

  it('gives every entry once on its pages, while others are recorded', async () => {
    const seen: unknown[] = [];
    const feeds: unknown[] = [];
    let query: string | undefined = '?limit=1';
    while (query !== undefined) {
      const { id, entries = [], links: pages = [] } = await feedAt(query);
      seen.push(...entries.map((entry) => entry.id));
      feeds.push(id);
      query = pages.find(({ rel }) => rel === 'next')?.href?.slice('timeline.atom'.length);
      await recorded(client, fine('tencent', '2022', usd('1')));
    }
    expect(seen).toEqual([urn(blocked), urn(met), urn(fined)]);
    expect(new Set(feeds).size).toBe(1);
  });

  it('goes back through a long log to what is asked for', async () => {
    const body = (index: number) => ({
      development: {
        kind: 'DevelopmentNoted',
        title: `Number ${index}`,
        when: '2021',
        details: { effects: [] },
        ref: `${index}`,
      },
    });
    await client.import([{ import: { dataset: 'many' } }, ...Array.from({ length: 600 }, (_, index) => body(index))]);
    expect(await idsAt('?matter=antitrust')).toEqual([urn(fined)]);
    expect(await idsAt('?limit=1000')).toContain(urn(fined));
  });

  it('is not sent again to who has it', async () => {
    const { headers } = await client.get('/v1/timeline.atom?matter=antitrust');
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-cache');
    const known = { 'if-none-match': String(headers.get('etag')) };
    const { status, text } = await client.get('/v1/timeline.atom?matter=antitrust', known);
    expect([status, text]).toEqual([304, '']);
    expect((await client.get('/v1/timeline.atom', known)).status).toBe(200);
  });

  it('is the same to the byte at the same coordinates', async () => {
    const at = `?asOf=2021-10-01&knownAt=position:${await client.head()}`;
    const first = await client.get(`/v1/timeline.atom${at}`);
    expect(first.headers.get('cache-control')).toBe('private, max-age=3600, must-revalidate');
    await recorded(client, fine('baidu', '2023', usd('1')));
    const again = await client.get(`/v1/timeline.atom${at}`);
    expect([again.text, again.headers.get('etag')]).toEqual([first.text, first.headers.get('etag')]);
  });

  it('is a feed before anything is recorded, too', async () => {
    const { entries, updated, title } = await feedAt('?knownAt=position:0');
    expect([entries, updated, title]).toEqual([undefined, '1970-01-01T00:00:00.000Z', expect.anything()]);
  });

  it.each([
    ['order=desc', 'invalid-parameter'],
    ['from=2021-02-01&to=2021-01-01', 'invalid-parameter'],
    ['knownAt=position:9999999', 'invalid-coordinate'],
    ['cursor=abc', 'invalid-parameter'],
  ])('is refused with a problem for ?%s', async (query, code) => {
    const { body, headers } = await client.get<Problem>(`/v1/timeline.atom?${query}`);
    expect([body.code, headers.get('content-type')]).toEqual([code, 'application/problem+json; charset=utf-8']);
  });

  it('has no character that XML can not hold', async () => {
    await recorded(client, meeting('2024-01-01', { title: 'Bell \u0007, one \u0001, \ufffe, tab\tand \u{1f600}' }));
    const { entries = [] } = await feedAt('?limit=1');
    expect(entries[0]?.title).toMatchObject({ value: 'Bell \ufffd, one \ufffd, \ufffd, tab\tand \u{1f600}' });
  });
});

describe('the timeline', () => {
  it('says where to have it as a feed, for a spreadsheet, and the days ahead as a calendar', async () => {
    const { headers } = await client.get('/v1/timeline?matter=antitrust&order=desc&limit=1');
    expect(headers.get('link')).toBe(
      '<timeline.atom?matter=antitrust>; rel="alternate"; type="application/atom+xml", ' +
        '<timeline.csv?matter=antitrust&order=desc>; rel="alternate"; type="text/csv", ' +
        '<calendar.ics?matter=antitrust>; rel="alternate"; type="text/calendar"',
    );
    for (const [, path] of String(headers.get('link')).matchAll(/<(.+?)>/g)) {
      expect((await client.get(`/v1/${path}`)).status).toBe(200);
    }
  });

  it('says so on its first page alone: what a cursor asks for is not to be seen', async () => {
    const { body } = await client.get<TimelineAnswer>('/v1/timeline?limit=1');
    expect((await client.get(`/v1/timeline?cursor=${body.next}`)).headers.get('link')).toBeNull();
  });
});
