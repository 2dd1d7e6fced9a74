import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Acknowledgement } from '../../src/developments/writing.js';
import { jcs } from '../../src/event-store/canonical.js';
import type { Problem } from '../../src/http/problem.js';
import type { DiffAnswer } from '../../src/state/diff/diff.query.js';
import { changed, corrected, fine, fineChange, links, meeting, noted, recorded, registerCast, usd } from '../cast.js';
import { type Client, type Reply, start } from '../service.js';

const REASON = { reason: 'It was wrong.' };

let client: Client;
const id: Record<string, string> = {};
const at: Record<string, string> = {};
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  const told = async (name: string, telling: Promise<Acknowledgement>): Promise<void> => {
    const { id: of, position } = await telling;
    id[name] = of;
    at[name] = position;
  };
  const of = (name: string): string => id[name] as string;
  await told('blocked', recorded(client, links('blocked', '2012', { matter: 'interoperability' })));
  await told('meeting', recorded(client, meeting('2021-09-09')));
  await told('allowed', recorded(client, links('allowed', '2021-09', { matter: 'interoperability' })));
  await told('fine', recorded(client, fine('alibaba', '2021-04', usd('100'), { matter: 'antitrust' })));
  await told('halved', recorded(client, fineChange(of('fine'), '2021-05-10', usd('50'))));
  await told('once', recorded(client, noted('2005', [{ predicate: 'mood', subject: 'wechat', value: 'calm' }])));
  await told('then', recorded(client, noted('2010', [{ predicate: 'mood', subject: 'wechat', value: 'tense' }])));
  await told('now', recorded(client, noted('2015', [{ predicate: 'mood', subject: 'wechat', value: 'calm' }])));
  await told('retitled', corrected(client, of('allowed'), { title: 'WeChat opens', note: 'Retold.' }));
  await told('timed', corrected(client, of('allowed'), { timing: [{ after: of('meeting'), atLeast: 'P2D' }] }));
  await told('moved', corrected(client, of('meeting'), { when: '2021-09-13' }));
  await told('retracted', changed(client, of('halved'), 'retraction', REASON));
  await told('reinstated', changed(client, of('halved'), 'reinstatement', REASON));
  // A development goes by the first name that was given to it.
  for (const later of ['retitled', 'timed', 'moved', 'retracted', 'reinstated']) delete id[later];
});
afterAll(() => client.close());

const diff = (parameters: Record<string, string>): Promise<Reply<DiffAnswer>> =>
  client.get<DiffAnswer>(`/v1/state/diff?${new URLSearchParams(parameters)}`);
const position = (name: string): string => `position:${at[name]}`;
const until = (name: string): string => `position:${Number(at[name]) - 1}`;

/** `fact: before → after`, and for each development that made the difference its name here and how. */
async function told(parameters: Record<string, string>): Promise<readonly string[]> {
  const { body } = await diff(parameters);
  const names = new Map(Object.entries(id).map(([name, each]) => [each, name]));
  const nameOf = (development: string): string => names.get(development) ?? development;
  return body.facts.flatMap(({ fact, ...difference }) => {
    const [was, is] = [difference.before, difference.after].map(({ value, values, certainty }) =>
      jcs(value ?? values ?? certainty),
    );
    const reasons = difference.because.map(
      ({ development, how }) => `${nameOf(development)} ${how.map((step) => Object.values(step)[0]).join(', ')}`,
    );
    return [`${fact.split(':')[0]}: ${was} → ${is}`, ...reasons];
  });
}

describe('between two days', () => {
  const LINKS = { predicate: 'links' };

  it('a difference is put down to what came due between them, not to what it superseded', async () => {
    expect(await told({ ...LINKS, 'from.asOf': '2021-09-10', 'to.asOf': '2021-10-01' })).toEqual([
      'links: "blocked" → "allowed"',
      'allowed came-due',
    ]);
  });

  it('also backwards, and where it only may have come', async () => {
    expect(await told({ ...LINKS, 'from.asOf': '2021-10-01', 'to.asOf': '2021-09-10' })).toEqual([
      'links: "allowed" → "blocked"',
      'allowed came-due',
    ]);
    expect(await told({ ...LINKS, 'from.asOf': '2011-01-01', 'to.asOf': '2012-06-01' })).toEqual([
      'links: "unrecorded" → ["blocked",null]',
      'blocked came-due',
    ]);
  });

  it('it is said when that was, as far as the dates together tell', async () => {
    const { body } = await diff({ ...LINKS, 'from.asOf': '2021-09-10', 'to.asOf': '2021-10-01' });
    expect(body.facts[0]?.because).toEqual([
      {
        development: id.allowed,
        kind: 'LinksUnblocked',
        title: 'WeChat opens',
        how: [{ what: 'came-due', earliest: '2021-09-15', latest: '2021-09-30' }],
      },
    ]);
  });

  it('what came and was superseded in between has no part in it', async () => {
    expect(await told({ predicate: 'mood', 'from.asOf': '2000-01-01', 'to.asOf': '2020-01-01' })).toEqual([
      'mood: "unrecorded" → "calm"',
      'now came-due',
    ]);
  });

  it('an answer that rests on another development differs, even if the value is the same', async () => {
    expect(await told({ predicate: 'mood', 'from.asOf': '2006-01-01', 'to.asOf': '2020-01-01' })).toEqual([
      'mood: "calm" → "calm"',
      'now came-due',
    ]);
  });
});

describe('between two positions', () => {
  const on = (asOf: string, from: string, to: string): Record<string, string> => ({
    'from.asOf': asOf,
    'to.asOf': asOf,
    'from.knownAt': from,
    'to.knownAt': to,
  });

  it('a difference is put down to what was recorded between them', async () => {
    expect(await told(on('2021-10-01', until('allowed'), position('allowed')))).toEqual([
      'links: "blocked" → "allowed"',
      'allowed recorded',
    ]);
  });

  it('to what was corrected, also on another development whose date it leans on', async () => {
    expect(await told(on('2021-09-10', position('retitled'), position('timed')))).toEqual([
      'links: ["allowed","blocked"] → "blocked"',
      'allowed corrected',
    ]);
    expect(await told(on('2021-09-12', position('timed'), position('moved')))).toEqual([
      'links: ["allowed","blocked"] → "blocked"',
      'meeting corrected',
    ]);
  });

  it('to what was retracted or reinstated; to both together nothing is put down', async () => {
    const amounts = [usd('100'), usd('50')].map((amount) => jcs(amount));
    expect(await told(on('2021-06-01', position('moved'), position('retracted')))).toEqual([
      `penalty: ${amounts[1]} → ${amounts[0]}`,
      'halved retracted',
    ]);
    expect(await told(on('2021-06-01', position('retracted'), position('reinstated')))).toEqual([
      `penalty: ${amounts[0]} → ${amounts[1]}`,
      'halved reinstated',
    ]);
    expect(await told(on('2021-06-01', position('moved'), position('reinstated')))).toEqual([]);
  });

  it('each step is told with its position and time', async () => {
    const asked = on('2021-06-01', until('halved'), position('reinstated'));
    const { body } = await diff({ ...asked, predicate: 'penalty' });
    expect(body.facts[0]?.because[0]?.how).toEqual(
      [
        ['recorded', at.halved],
        ['retracted', at.retracted],
        ['reinstated', at.reinstated],
      ].map(([what, each]) => ({ what, position: each, recordedAt: expect.stringMatching(/Z$/) })),
    );
  });

  it('a new title or note makes no difference', async () => {
    const { body } = await diff(on('2021-09-10', until('retitled'), position('retitled')));
    expect(body).toMatchObject({ facts: [], totals: [], next: null });
  });

  it('forwards and backwards say the same, the other way round', async () => {
    const there = (await diff(on('2021-09-10', until('allowed'), position('reinstated')))).body.facts;
    const back = (await diff(on('2021-09-10', position('reinstated'), until('allowed')))).body.facts;
    expect(back.map((fact) => ({ ...fact, before: fact.after, after: fact.before }))).toEqual(there);
  });
});

describe('between a day as known then and another as known later', () => {
  it('what was recorded since is named as that, and when it came due', async () => {
    expect(
      await told({
        'from.asOf': '2021-09-01',
        'from.knownAt': until('allowed'),
        'to.asOf': '2021-10-01',
        'to.knownAt': position('moved'),
        predicate: 'links',
      }),
    ).toEqual(['links: "blocked" → "allowed"', 'meeting corrected', 'allowed recorded, corrected, came-due']);
  });
});

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

describe('a filter', () => {
  const YEARS = { 'from.asOf': '2000-01-01', 'to.asOf': '2022-01-01' };
  const predicates = async (filter: Record<string, string>): Promise<readonly string[]> =>
    (await diff({ ...YEARS, ...filter })).body.facts.map(({ predicate }) => predicate);

  it('is that of the state', async () => {
    expect(await predicates({})).toEqual(['links', 'mood', 'penalty']);
    expect(await predicates({ entity: 'wechat' })).toEqual(['links', 'mood']);
    expect(await predicates({ matter: 'antitrust' })).toEqual(['penalty']);
    expect(await predicates({ predicate: 'mood' })).toEqual(['mood']);
    expect(await predicates({ predicate: 'mood', entity: 'alibaba' })).toEqual([]);
  });

  it('by matter takes in what is of it at either point', async () => {
    const { position: then } = await corrected(client, id.once as string, { matter: 'antitrust', when: '2004' });
    await corrected(client, id.once as string, { matter: null, when: '2003' });
    const day = { 'to.asOf': '2006-01-01', matter: 'antitrust' };
    const { body } = await diff({ ...day, 'from.knownAt': `position:${then}` });
    expect(body.facts.map(({ predicate }) => predicate)).toEqual(['mood']);
  });
});

describe('totals', () => {
  it('that differ are told before and after, on every page; null is nothing to add up', async () => {
    const sum = (min: string, max: string) => ({
      min,
      max,
      certainty: min === max ? 'definite' : 'possible',
      exact: true,
    });
    const of = { predicate: 'penalty', subject: 'alibaba', currency: 'USD' };
    const total = async (from: string, to: string) =>
      (await diff({ 'from.asOf': from, 'to.asOf': to, limit: '1' })).body.totals;
    expect(await total('2021-03-31', '2021-04-15')).toEqual([{ ...of, before: null, after: sum('0', '100') }]);
    expect(await total('2021-04-15', '2021-05-09')).toEqual([
      { ...of, before: sum('0', '100'), after: sum('100', '100') },
    ]);
    expect(await total('2000-01-01', '2021-06-01')).toEqual([{ ...of, before: null, after: sum('50', '50') }]);
    expect(await total('2021-06-01', '2021-07-01')).toEqual([]);
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
      tagOf({ ...asked, 'to.knownAt': position('halved') }),
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
