import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FactAnswer } from '../../src/state/fact.query.js';
import type { DevelopmentAnswer } from '../../src/timeline/development.query.js';
import { CAST_SIZE, changed, corrected, links, meeting, recorded, registerCast } from '../cast.js';
import { type Client, start } from '../service.js';
import { development, STORY, statuses, summary } from './results.js';

let client: Client;
beforeEach(async () => {
  client = await start();
  await registerCast(client);
});
afterEach(() => client.close());

const read = async (id: string | undefined): Promise<DevelopmentAnswer> =>
  (await client.get<DevelopmentAnswer>(`/v1/developments/${id}`)).body;

describe('an import', () => {
  it('takes lines of every sort and answers each, in order, with its position, then a summary', async () => {
    const results = await client.import(STORY);
    expect(results).toHaveLength(STORY.length + 1);
    const id = results[3]?.id as string;
    const [header, ...others] = results;
    expect(header).toEqual({ line: 1, status: 'unchanged' });
    expect(others.at(-1)).toEqual(summary(8, 7, 1, 0));
    expect(others.slice(0, -1)).toEqual(
      ['guizhou', 'data', id, id, id, id, id].map((each, index) => ({
        line: index + 2,
        status: 'recorded',
        id: each,
        position: String(CAST_SIZE + 1 + index),
      })),
    );
    expect(await read(id)).toMatchObject({
      when: '2021-09-10',
      matter: 'data',
      retracted: false,
      revision: 4,
      sources: [{ publisher: 'A newspaper' }, { publisher: 'P', title: 'T' }],
    });
    expect((await client.get('/v1/entities/guizhou')).body).toMatchObject({ jurisdiction: 'cn', name: 'Guizhou' });
  });

  it('of the same file again records nothing, whatever came later', async () => {
    const [, , , first] = await client.import(STORY);
    await corrected(client, first?.id as string, { title: 'By hand' });
    await changed(client, first?.id as string, 'retraction', { reason: 'By hand.' });
    const head = await client.head();
    for (const _ of [1, 2]) {
      const results = await client.import(STORY);
      expect(new Set(statuses(results))).toEqual(new Set(['unchanged']));
      expect(results.at(-1)).toEqual(summary(8, 0, 8, 0));
      expect(results[3]?.id).toBe(first?.id);
      expect(results.every(({ position }) => position === undefined)).toBe(true);
    }
    expect(await client.head()).toBe(head);
    expect(await read(first?.id)).toMatchObject({ title: 'By hand', retracted: true });
  });

  it('records only what is new in a longer file', async () => {
    await client.import(STORY);
    const results = await client.import([...STORY, { source: { of: 'meeting', publisher: 'Q', title: 'U' } }]);
    expect(results.at(-1)).toEqual(summary(9, 1, 8, 0));
  });

  it('of nothing, or of blank lines, is an empty summary; blank lines are counted in the numbers of the others', async () => {
    expect(await client.import([])).toEqual([summary(0, 0, 0, 0)]);
    expect(await client.import(['', '  ', '\r'])).toEqual([summary(0, 0, 0, 0)]);
    const results = await client.import(['', JSON.stringify(development(meeting('2021'))), '', '{']);
    expect(results.map(({ line }) => line)).toEqual([2, 4, undefined]);
  });

  it('takes a last line without a line feed, lines that end in CR LF, and a byte order mark', async () => {
    const lines = [1, 2].map((day) => JSON.stringify(development(meeting(`2021-01-0${day}`))));
    const { text } = await client.send('POST', '/v1/import', `\ufeff${lines.join('\r\n')}`, {
      'content-type': 'application/x-ndjson; charset=utf-8',
    });
    expect(JSON.parse(text.trimEnd().split('\n').at(-1) as string)).toEqual(summary(2, 2, 0, 0));
  });

  it('goes into the log in the order of its lines, however much each has to look up', async () => {
    const many = ['taobao', 'youku', 'alipay', 'wechat-pay', 'alibaba', 'tencent', 'baidu'];
    const lines = Array.from({ length: 60 }, (_, index) => {
      const blocked = index % 2 === 0;
      const to = blocked ? many : ['taobao'];
      return development(
        links(blocked ? 'blocked' : 'allowed', '2021-01-01', { title: `${index}`, details: { from: 'wechat', to } }),
      );
    });
    const positions = (await client.import(lines)).slice(0, -1).map(({ position }) => Number(position));
    expect(positions).toEqual(lines.map((_, index) => CAST_SIZE + 1 + index));
    // Of two on one day the one further down counts.
    const { body } = await client.get<FactAnswer>('/v1/facts/links:wechat:taobao?asOf=2021-01-01');
    expect(body.value).toBe('allowed');
  });

  it('of 5,000 lines records each once, in order', async () => {
    const lines = Array.from({ length: 5_000 }, (_, index) =>
      index % 5 === 4
        ? { correction: { of: `d${index - 4}`, changes: { title: `Corrected ${index}` }, reason: 'r' } }
        : development(
            links(index % 2 ? 'blocked' : 'allowed', `20${10 + (index % 15)}`, { title: `${index}` }),
            `d${index}`,
          ),
    );
    const results = await client.import(lines);
    expect(results.at(-1)).toEqual(summary(5_000, 5_000, 0, 0));
    expect(results.slice(0, -1).map(({ line }) => line)).toEqual(lines.map((_, index) => index + 1));
    expect(await client.head()).toBe(CAST_SIZE + 5_000);
    expect(await read(results[0]?.id)).toMatchObject({ title: 'Corrected 4', revision: 1 });
    expect((await client.import(lines)).at(-1)).toEqual(summary(5_000, 0, 5_000, 0));
  });
});

describe('what was changed by hand since', () => {
  it('is not undone by importing again: entities and matters', async () => {
    const lines = [
      { entity: { slug: 'x', type: 'company', name: 'From the file' } },
      { matter: { slug: 'x', title: 'From the file' } },
    ];
    await client.import(lines);
    await client.put('/v1/entities/x', { type: 'company', name: 'By hand' });
    await client.put('/v1/matters/x', { title: 'By hand' });
    const head = await client.head();
    expect((await client.import(lines)).at(-1)).toEqual(summary(2, 0, 2, 0));
    expect(await client.head()).toBe(head);
    expect((await client.get('/v1/entities/x')).body).toMatchObject({ name: 'By hand', revision: 1 });
    expect((await client.get('/v1/matters/x')).body).toMatchObject({ title: 'By hand', revision: 1 });
  });
});

describe('two imports at once', () => {
  it('of one file record it once', async () => {
    const lines = Array.from({ length: 200 }, (_, index) =>
      development(meeting(`20${10 + (index % 10)}`), `m${index}`),
    );
    const both = await Promise.all([client.import(lines), client.import(lines)]);
    expect(both.map((results) => results.at(-1)?.summary?.refused)).toEqual([0, 0]);
    expect(await client.head()).toBe(CAST_SIZE + 200);
  });

  it('of the same entities in another order, and corrections sent meanwhile, do not hold each other up', async () => {
    const { id } = await recorded(client, meeting('2021'));
    const lines = (name: string): object[] =>
      Array.from({ length: 100 }, (_, index) => ({
        entity: { slug: `shared-${index}`, type: 'company', name: `${name} ${index}` },
      }));
    const [one, two, ...corrections] = await Promise.all([
      client.import(lines('One')),
      client.import(lines('Two').reverse()),
      ...Array.from({ length: 10 }, (_, index) => corrected(client, id, { title: `${index}` })),
    ]);
    for (const results of [one, two]) expect(results?.at(-1)).toEqual(summary(100, 100, 0, 0));
    expect(corrections).toHaveLength(10);
    expect(await client.head()).toBe(CAST_SIZE + 1 + 200 + 10);
  });
});
