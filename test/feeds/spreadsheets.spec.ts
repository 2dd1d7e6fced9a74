import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Problem } from '../../src/http/problem.js';
import type { StateAnswer } from '../../src/state/state.query.js';
import type { TimelineAnswer } from '../../src/timeline/timeline.query.js';
import { changed, fine, links, meeting, noted, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';

type Row = Readonly<Record<string, string>>;

/** Titles that spreadsheets would take for formulas, and how they are to be written. */
const FORMULAS: readonly (readonly [title: string, cell: string])[] = [
  ['=HYPERLINK("https://example.com","x")', `'=HYPERLINK("https://example.com","x")`],
  ['+1 to that', "'+1 to that"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1＋1', "'＝1＋1"],
  ['  =1', "  '=1"],
  ['\t=1', "'\t'=1"],
  ['\rtext', "'\rtext"],
  ['a;=1', "a;'=1"],
  ['a | @b', "a | '@b"],
  ['two\n-lines', "two\n'-lines"],
  ['a "quoted", one', 'a "quoted", one'],
  ['微信 = 好', '微信 = 好'],
  ['2021-04, a-b, a@b', '2021-04, a-b, a@b'],
];

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  await recorded(client, links('blocked', '2012', { matter: 'interoperability' }));
  await recorded(client, links('allowed', '2021-09', { matter: 'interoperability' }));
  await recorded(client, fine('alibaba', '2021-04-10', usd('2750000000'), { matter: 'antitrust' }));
  const url = 'https://example.com/,"a"';
  const sources = [
    { publisher: 'P', title: 'T', url, publishedOn: '2021-09-17' },
    { publisher: 'Q', title: '微信' },
  ];
  const { id } = await recorded(client, meeting('2021-09~', { sources, note: 'On two\r\nlines.' }));
  await changed(client, id, 'retraction', { reason: 'It was a rumour.' });
});
afterAll(() => client.close());

/** The bytes of a file, its first three apart, and the records after that with names. */
async function rowsAt(path: string): Promise<readonly Row[]> {
  const { status, text } = await client.get(path);
  if (status !== 200) throw new Error(text);
  return parse(text, { columns: true, record_delimiter: '\r\n' }) as Row[];
}

describe('GET /v1/timeline.csv', () => {
  it('has what the timeline has, a development to a record', async () => {
    const query = '?include=retracted&order=desc';
    const { body } = await client.get<TimelineAnswer>(`/v1/timeline${query}`);
    const rows = await rowsAt(`/v1/timeline.csv${query}`);
    expect(rows).toEqual(
      body.developments.map((each) =>
        expect.objectContaining({
          id: each.id,
          when: each.when,
          earliest: each.earliest,
          latest: each.latest,
          title: each.title,
          summary: each.summary,
          kind: each.kind,
          matter: each.matter ?? '',
          note: each.note ?? '',
          retracted: each.retracted ? 'retracted' : '',
          revision: String(each.revision),
          recordedAt: each.recordedAt,
          position: each.position,
          knownAt: `position:${body.knownAt.position}`,
          rules: String(body.rules),
        }),
      ),
    );
    expect(rows.map(({ sources }) => sources)).toContain('P: T (2021-09-17, https://example.com/,"a"); Q: 微信');
  });

  it('begins with a byte order mark, ends every record in CRLF, and is saved under its coordinates', async () => {
    const answer = await fetch(`${client.url}/v1/timeline.csv`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.toString('latin1').endsWith('\r\n')).toBe(true);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const name = `timeline-position-${await client.head()}.csv`;
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
  });

  it('has no cell that a spreadsheet would take for a formula', async () => {
    for (const [title] of FORMULAS) await recorded(client, noted('1999', [], { title }));
    const rows = await rowsAt('/v1/timeline.csv?to=1999-12-31');
    expect(rows.map(({ title }) => title)).toEqual(FORMULAS.map(([, cell]) => cell));
  });

  it('has all of a long timeline, as it was when it was asked for', async () => {
    const body = (index: number) => ({
      development: {
        kind: 'DevelopmentNoted',
        title: `${index}`,
        when: '1990',
        details: { effects: [] },
        ref: `${index}`,
      },
    });
    await client.import([{ import: { dataset: 'many' } }, ...Array.from({ length: 2_100 }, (_, index) => body(index))]);
    const answer = await fetch(`${client.url}/v1/timeline.csv?to=1990-12-31`);
    await recorded(client, noted('1990', [], { title: 'late' }));
    const rows = parse(await answer.text(), { columns: true, bom: true }) as Row[];
    expect(rows.map(({ title }) => title)).toEqual(Array.from({ length: 2_100 }, (_, index) => `${index}`));
    expect(new Set(rows.map(({ knownAt }) => knownAt)).size).toBe(1);
  });

  it.each([
    ['limit=1', 'invalid-parameter'],
    ['cursor=abc', 'invalid-parameter'],
    ['from=2021-02-01&to=2021-01-01', 'invalid-parameter'],
    ['knownAt=position:9999999', 'invalid-coordinate'],
    ['to=2021&to=2022', 'invalid-parameter'],
  ])('is refused with a problem, to be shown and not saved, for ?%s', async (query, code) => {
    const { body, headers } = await client.get<Problem>(`/v1/timeline.csv?${query}`);
    expect([body.code, headers.get('content-disposition')]).toEqual([code, null]);
  });
});

describe('GET /v1/state.csv', () => {
  it('has what the state has, a fact to a record', async () => {
    const query = '?asOf=2021-09-15';
    const { body } = await client.get<StateAnswer>(`/v1/state${query}`);
    const rows = await rowsAt(`/v1/state.csv${query}`);
    expect(rows.map(({ fact, certainty, because }) => [fact, certainty, because])).toEqual(
      body.facts.map(({ fact, certainty, because }) => [fact, certainty, because.join('; ')]),
    );
    expect(rows.find(({ predicate }) => predicate === 'links')).toMatchObject({
      subject: 'wechat',
      object: 'taobao',
      values: 'allowed; blocked',
      since: '',
      asOf: '2021-09-15',
      knownAt: `position:${body.knownAt.position}`,
      rules: '1',
    });
    expect(rows.find(({ predicate }) => predicate === 'penalty')).toMatchObject({
      values: '2,750,000,000 USD',
      atLeast: '2750000000',
      atMost: '2750000000',
      currency: 'USD',
      since: '2021-04-10',
      sinceLatest: '2021-04-10',
    });
  });

  it('takes the filters of the state', async () => {
    const facts = async (query: string) => (await rowsAt(`/v1/state.csv?${query}`)).map(({ predicate }) => predicate);
    expect(await facts('asOf=2021-12-31&matter=antitrust')).toEqual(['penalty']);
    expect(await facts('asOf=2021-12-31&entity=wechat&predicate=links')).toEqual(['links']);
    expect(await facts('asOf=2011-12-31')).toEqual([]);
  });

  it('is the same to the byte at the same coordinates, and not sent again to who has it', async () => {
    const path = `/v1/state.csv?asOf=2021-12-01&knownAt=position:${await client.head()}`;
    const first = await client.get(path);
    await recorded(client, fine('baidu', '2021-05-01', usd('1')));
    const again = await client.get(path);
    expect([again.text, again.headers.get('etag')]).toEqual([first.text, first.headers.get('etag')]);
    expect(first.headers.get('cache-control')).toBe('private, max-age=3600, must-revalidate');
    const known = await client.get(path, { 'if-none-match': String(first.headers.get('etag')) });
    expect([known.status, known.text]).toEqual([304, '']);
  });

  it('is where the state says it is', async () => {
    const query = '?asOf=2021-09-15&predicate=links';
    const { headers } = await client.get(`/v1/state${query}&limit=1`);
    expect(headers.get('link')).toBe(`<state.csv${query}>; rel="alternate"; type="text/csv"`);
  });
});
