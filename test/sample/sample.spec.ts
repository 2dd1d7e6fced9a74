import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FactAnswer } from '../../src/state/fact.query.js';
import type { StateAnswer } from '../../src/state/state.query.js';
import type { TimelineAnswer } from '../../src/timeline/timeline.query.js';
import { meeting, recorded } from '../cast.js';
import { type Client, type Reply, start } from '../service.js';

const FILE = new URL('../../data/sample/opening-the-walled-gardens.ndjson', import.meta.url);
const lines = readFileSync(FILE, 'utf8').trimEnd().split('\n');
/** The position of the first correction that adds a timing; the header is no event. */
const TIMED_FROM = lines.findIndex((line) => line.startsWith('{"correction"'));
const LINKS = 'links:wechat:taobao';

describe('the sample answers', () => {
  let client: Client;
  beforeAll(async () => {
    client = await start({ sample: true });
  });
  afterAll(() => client.close());

  const factOn = async (fact: string, asOf: string): Promise<FactAnswer> =>
    (await client.get<FactAnswer>(`/v1/facts/${fact}?asOf=${asOf}`)).body;

  it.each([
    ['2010-12-31', LINKS, 'unrecorded', undefined],
    ['2012-06-01', LINKS, 'possible', ['blocked', null]],
    ['2021-09-09', LINKS, 'definite', 'blocked'],
    ['2021-09-15', LINKS, 'possible', ['allowed', 'blocked']],
    ['2021-10-01', LINKS, 'definite', 'allowed'],
    ['2021-09-27', 'payment:youku:wechat-pay', 'unrecorded', undefined],
    ['2021-09-28', 'payment:youku:wechat-pay', 'definite', 'accepted'],
    ['2020-09-17', 'availability:wechat:us', 'possible', ['ban-ordered', 'banned']],
    ['2021-10-01', 'obligation:tencent:stop-blocking-links', 'definite', 'committed'],
  ] as const)('on %s %s is %s %j', async (asOf, fact, certainty, expected) => {
    const { value, values, ...answer } = await factOn(fact, asOf);
    expect(answer.certainty).toBe(certainty);
    expect(values ?? value).toEqual(expected);
  });

  it.each([
    ['2021-04-15', '0', 'possible'],
    ['2021-05-01', '2750000000', 'definite'],
  ])('on %s Alibaba has been fined at least US$%s, which is %s', async (asOf, min, certainty) => {
    const { body } = await client.get<StateAnswer>(`/v1/state?asOf=${asOf}&entity=alibaba&predicate=penalty`);
    const [total] = body.totals;
    expect(body.totals).toHaveLength(1);
    expect(total).toMatchObject({
      subject: 'alibaba',
      currency: 'USD',
      min,
      max: '2750000000',
      certainty,
      exact: true,
    });
  });

  it.each([
    ['WeChat lets its users open outside links', '2021-09', '2021-09-11', '2021-09-18'],
    ['Alibaba says it will comply in full', '[2021-09-09..2021-09-28]', '2021-09-15', '2021-09-28'],
  ])('dates "%s" (%s) by what it is timed against: %s to %s', async (title, when, earliest, latest) => {
    const { body } = await client.get<TimelineAnswer>('/v1/timeline?limit=1000');
    expect(body.developments.find((each) => each.title.startsWith(title))).toMatchObject({ when, earliest, latest });
  });

  it('knew before the timings were added only that Tencent had been told or had promised', async () => {
    const question = `/v1/facts/obligation:tencent:stop-blocking-links?asOf=2021-10-01&knownAt=position:${TIMED_FROM - 1}`;
    expect((await client.get<FactAnswer>(question)).body).toMatchObject({
      certainty: 'possible',
      values: ['committed', 'ordered'],
    });
  });

  it('lists every development of the sample once, each with a source', async () => {
    const { body } = await client.get<TimelineAnswer>('/v1/timeline?limit=1000');
    expect(body.developments).toHaveLength(lines.filter((line) => line.startsWith('{"development"')).length);
    expect(body.developments.every(({ sources }) => sources.length > 0)).toBe(true);
  });

  it('records nothing when it is imported again', async () => {
    const before = await client.head();
    const results = await client.import(lines);
    expect(results.at(-1)?.summary).toEqual({ lines: 105, recorded: 0, unchanged: 105, refused: 0 });
    expect(await client.head()).toBe(before);
  });
});

/** Questions at explicit coordinates, which have one answer for ever. */
const questions = (position: number, development: string): readonly string[] =>
  ['2012-06-01', '2021-04-15', '2021-09-15', '2024-12-31'].flatMap((asOf) => {
    const at = `asOf=${asOf}&knownAt=position:${position}`;
    return [
      `/v1/state?${at}`,
      `/v1/state?${at}&limit=7`,
      `/v1/state?${at}&entity=alibaba`,
      `/v1/state?${at}&matter=us-china-app-bans`,
      `/v1/facts/${LINKS}?${at}`,
      `/v1/facts/availability:wechat:us?${at}`,
      `/v1/timeline?${at}`,
      `/v1/timeline?${at}&limit=5&order=desc`,
      `/v1/timeline?${at}&entity=wechat-pay`,
      `/v1/developments/${development}?${at}`,
      `/v1/developments/${development}/history?${at}`,
      `/v1/entities?${at}&limit=10`,
      `/v1/entities/miit?${at}`,
      `/v1/matters?${at}`,
    ];
  });

/** The answers with their ETags, following every cursor. */
async function answers(client: Client, asked: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>();
  for (const question of asked) {
    for (let path: string | undefined = question; path; ) {
      const reply: Reply<{ next?: string | null }> = await client.get(path);
      told.set(path, `${reply.status} ${reply.headers.get('etag')} ${reply.text}`);
      path = reply.body.next ? `${question.split('?')[0]}?cursor=${reply.body.next}` : undefined;
    }
  }
  return told;
}

describe('deleting the views', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'regtime-'));
  });
  afterAll(() => rm(dataDir, { recursive: true }));

  const deleteViews = async (): Promise<void> => {
    const views = (await readdir(dataDir)).filter((name) => name.startsWith('views-'));
    expect(views.length).toBeGreaterThan(0);
    for (const name of views) rmSync(join(dataDir, name));
  };

  it('and starting again gives the same bytes and ETags at the same coordinates, also after more was recorded', async () => {
    const first = await start({ dataDir, sample: true });
    const position = await first.head();
    const { body } = await first.get<TimelineAnswer>('/v1/timeline?kind=LinksUnblocked');
    const id = body.developments[0]?.id as string;
    const asked = [...questions(position, id), ...questions(70, id)];
    const before = await answers(first, asked);
    await first.close();

    await deleteViews();
    const second = await start({ dataDir });
    await second.get(`/v1/state?minPosition=${position}&limit=1`);
    expect(await answers(second, asked)).toEqual(before);

    await recorded(
      second,
      meeting('2012-06-01', { details: { authority: 'miit', attendees: ['alibaba'], topics: ['x'] } }),
    );
    const change = { changes: { when: '2021-09-15' }, reason: 'Now the day is known.' };
    expect((await second.post(`/v1/developments/${id}/corrections`, change)).status).toBe(200);
    expect(await answers(second, asked)).toEqual(before);
    await second.close();

    await deleteViews();
    const third = await start({ dataDir, sample: true });
    await third.get(`/v1/state?minPosition=${position + 2}&limit=1`);
    expect(await third.head()).toBe(position + 2);
    expect(await answers(third, asked)).toEqual(before);
    expect((await third.get<FactAnswer>(`/v1/facts/${LINKS}?asOf=2021-09-15`)).body.value).toBe('allowed');
    await third.close();
  });
});
