import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/http/problem.js';
import type { DiffAnswer } from '../../src/state/diff/diff.query.js';
import { fine, links, noted, recorded, registerCast, usd } from '../cast.js';
import { type Client, type Reply, start } from '../service.js';

let client: Client;
const at: Record<string, string> = {};
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  at.blocked = (await recorded(client, links('blocked', '2012'))).position;
  at.fine = (await recorded(client, fine('alibaba', '2021-04', usd('100')))).position;
  at.noted = (
    await recorded(client, noted('2015', [{ predicate: 'mood', subject: 'wechat', value: 'calm' }]))
  ).position;
});
afterAll(() => client.close());

const diff = (parameters: Record<string, string>): Promise<Reply<DiffAnswer>> =>
  client.get<DiffAnswer>(`/v1/state/diff?${new URLSearchParams(parameters)}`);
const position = (name: string): string => `position:${at[name]}`;
const until = (name: string): string => `position:${Number(at[name]) - 1}`;

describe('coordinates', () => {
  it('are both resolved and said; what is left out of the first point is as at the last', async () => {
    const { body } = await diff({ 'to.asOf': '2021-10-01', 'to.knownAt': position('fine'), 'from.asOf': '2020-01-01' });
    const { body: state } = await client.get<object>(`/v1/state?asOf=2021-10-01&knownAt=${position('fine')}`);
    const { knownAt, rules } = state as DiffAnswer['to'] & { rules: number };
    expect([body.from, body.to, body.rules]).toEqual([
      { asOf: '2020-01-01', knownAt },
      { asOf: '2021-10-01', knownAt },
      rules,
    ]);
    const today = (await diff({})).body;
    expect(today.from).toEqual(today.to);
    expect(today.to.knownAt.position).toBe(String(await client.head()));
    expect([today.facts, today.totals, today.next]).toEqual([[], [], null]);
  });

  it('may be instants, and days yet to come', async () => {
    const instant = new Date().toISOString();
    const { body } = await diff({ 'from.knownAt': 'position:0', 'to.knownAt': instant, 'to.asOf': '9999-12-31' });
    expect(body.from).toEqual({ asOf: '9999-12-31', knownAt: { position: '0', recordedAt: null } });
    expect(body.to).toMatchObject({ knownAt: { position: String(await client.head()) }, prospective: true });
    expect(body.facts).toHaveLength(3);
  });

  it.each([
    ['from.asOf=2021-09', 'invalid-coordinate', 'from.asOf: '],
    ['to.asOf=', 'invalid-coordinate', 'to.asOf: '],
    ['from.knownAt=yesterday', 'invalid-coordinate', 'from.knownAt: '],
    ['from.knownAt=position:999999', 'invalid-coordinate', 'from.knownAt: the log ends'],
    ['to.knownAt=position:999999', 'invalid-coordinate', 'to.knownAt: the log ends'],
    ['to.knownAt=2999-01-01T00:00:00Z', 'invalid-coordinate', 'to.knownAt: '],
    ['minPosition=-1', 'invalid-coordinate', 'minPosition: '],
    ['asOf=2021-09-01', 'invalid-coordinate', 'to.asOf'],
    ['colour=red', 'invalid-parameter', 'colour'],
    ['limit=0', 'invalid-parameter', 'limit: '],
    ['cursor=x', 'invalid-parameter', 'cursor: '],
  ])('%s is refused', async (parameters, code, detail) => {
    const { status, body } = await client.get<Problem>(`/v1/state/diff?${parameters}`);
    expect([status, body.code, body.detail]).toEqual([400, code, expect.stringContaining(detail)]);
  });
});

describe('the ETag', () => {
  const tagOf = async (parameters: Record<string, string>): Promise<string> =>
    (await diff(parameters)).headers.get('etag') as string;

  it('is of both points and of the filter, however they are asked for', async () => {
    const known = { 'from.knownAt': position('fine'), 'to.knownAt': position('fine') };
    const asked = { 'from.asOf': '2021-01-01', 'to.asOf': '2022-01-01', ...known };
    const tags = await Promise.all([
      tagOf(asked),
      tagOf({ ...asked, 'from.asOf': '2021-01-02' }),
      tagOf({ ...asked, 'to.asOf': '2022-01-02' }),
      tagOf({ ...asked, 'from.knownAt': until('fine') }),
      tagOf({ ...asked, 'to.knownAt': position('noted') }),
      tagOf({ ...asked, 'from.asOf': '2022-01-01', 'to.asOf': '2021-01-01' }),
      tagOf({ ...asked, entity: 'wechat' }),
      tagOf({ ...asked, limit: '5' }),
    ]);
    expect(new Set(tags).size).toBe(tags.length);
    const { 'from.knownAt': _, ...shorter } = asked;
    expect(await tagOf({ ...shorter, minPosition: '1' })).toBe(tags[0]);
  });

  it('is answered 304, and the answer may be kept where nothing of it is left to the moment', async () => {
    const asked = { 'to.asOf': '2022-01-01', 'to.knownAt': position('fine'), 'from.knownAt': until('fine') };
    const etag = await tagOf(asked);
    const path = `/v1/state/diff?${new URLSearchParams(asked)}`;
    expect((await client.get(path, { 'if-none-match': etag })).status).toBe(304);
    const kept = async (parameters: Record<string, string>) => (await diff(parameters)).headers.get('cache-control');
    expect(await kept(asked)).toBe('private, max-age=3600, must-revalidate');
    const instant = new Date().toISOString();
    const incomplete: readonly Record<string, string>[] = [
      { 'to.asOf': '2022-01-01' },
      { 'to.knownAt': position('fine'), 'from.asOf': '2021-01-01' },
      { ...asked, 'from.knownAt': instant },
      { ...asked, 'to.knownAt': instant },
    ];
    for (const left of incomplete) expect(await kept(left)).toBe('no-cache');
  });
});

describe('a cursor', () => {
  const question = { 'from.asOf': '2000-01-01', 'to.asOf': '2022-01-01', limit: '1' };

  it('holds both points: pages give every fact once while writes go on', async () => {
    const { body: whole } = await diff({ ...question, limit: '1000' });
    const facts: object[] = [];
    let page = (await diff(question)).body;
    for (; page.next !== null; page = (await diff({ cursor: page.next })).body) {
      facts.push(...page.facts);
      await recorded(client, links('allowed', '2001-01-01'));
      await recorded(client, noted('2019', [{ predicate: 'a-first', subject: 'wechat', value: 'so' }]));
      expect([page.from, page.to, page.totals]).toEqual([whole.from, whole.to, whole.totals]);
    }
    expect([...facts, ...page.facts]).toEqual(whole.facts);
  });

  it('is sent alone, or with the same parameters and points', async () => {
    const { body } = await diff(question);
    const cursor = body.next as string;
    const alone = (await diff({ cursor })).text;
    expect((await diff({ ...question, cursor })).text).toBe(alone);
    const known = `position:${body.to.knownAt.position}`;
    expect((await diff({ ...question, 'from.knownAt': known, 'to.knownAt': known, cursor })).text).toBe(alone);
    const others: readonly Record<string, string>[] = [
      { 'from.asOf': '2000-01-02' },
      { 'to.asOf': '2022-01-02' },
      { 'from.knownAt': 'position:1' },
      { 'to.knownAt': 'position:1' },
      { entity: 'wechat' },
    ];
    for (const other of others) {
      const { status, body: problem } = await client.get<Problem>(
        `/v1/state/diff?${new URLSearchParams({ cursor, ...other })}`,
      );
      expect([status, problem.code]).toEqual([400, 'invalid-parameter']);
    }
  });

  it('without its first point, or of a list that has one point, is refused', async () => {
    const { next } = (await diff(question)).body;
    const { from: _, ...genuine } = JSON.parse(Buffer.from(next as string, 'base64url').toString('utf8'));
    const forged = Buffer.from(JSON.stringify(genuine)).toString('base64url');
    for (const path of [`/v1/state/diff?cursor=${forged}`, `/v1/state?cursor=${next}`]) {
      expect((await client.get(path)).status).toBe(400);
    }
  });
});
