import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Acknowledgement } from '../../src/developments/writing.js';
import { jcs } from '../../src/event-store/canonical.js';
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
async function toldOf(parameters: Record<string, string>): Promise<readonly string[]> {
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
    expect(await toldOf({ ...LINKS, 'from.asOf': '2021-09-10', 'to.asOf': '2021-10-01' })).toEqual([
      'links: "blocked" → "allowed"',
      'allowed came-due',
    ]);
  });

  it('also backwards, and where it only may have come', async () => {
    expect(await toldOf({ ...LINKS, 'from.asOf': '2021-10-01', 'to.asOf': '2021-09-10' })).toEqual([
      'links: "allowed" → "blocked"',
      'allowed came-due',
    ]);
    expect(await toldOf({ ...LINKS, 'from.asOf': '2011-01-01', 'to.asOf': '2012-06-01' })).toEqual([
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
    expect(await toldOf({ predicate: 'mood', 'from.asOf': '2000-01-01', 'to.asOf': '2020-01-01' })).toEqual([
      'mood: "unrecorded" → "calm"',
      'now came-due',
    ]);
  });

  it('what can only now have been the last to come has, though it may have come before', async () => {
    const told = (when: string, value: string) => noted(when, [{ predicate: 'tone', subject: 'youku', value }]);
    ({ id: id.vague } = await recorded(client, told('2016-03', 'calm')));
    await recorded(client, told('2016-03-05', 'tense'));
    expect(await toldOf({ predicate: 'tone', 'from.asOf': '2016-03-05', 'to.asOf': '2016-03-06' })).toEqual([
      'tone: "tense" → ["calm","tense"]',
      'vague came-due',
    ]);
  });

  it('an answer that rests on another development differs, even if the value is the same', async () => {
    expect(await toldOf({ predicate: 'mood', 'from.asOf': '2006-01-01', 'to.asOf': '2020-01-01' })).toEqual([
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
    expect(await toldOf(on('2021-10-01', until('allowed'), position('allowed')))).toEqual([
      'links: "blocked" → "allowed"',
      'allowed recorded',
    ]);
  });

  it('and not to what was recorded between them, too, but superseded by others', async () => {
    expect(await toldOf(on('2021-10-01', 'position:0', position('reinstated')))).toEqual([
      'links: "unrecorded" → "allowed"',
      'meeting recorded, corrected',
      'allowed recorded, corrected',
      'mood: "unrecorded" → "calm"',
      'now recorded',
      `penalty: "unrecorded" → ${jcs(usd('50'))}`,
      'halved recorded, retracted, reinstated',
    ]);
  });

  it('to what was corrected, also on another development whose date it leans on', async () => {
    expect(await toldOf(on('2021-09-10', position('retitled'), position('timed')))).toEqual([
      'links: ["allowed","blocked"] → "blocked"',
      'allowed corrected',
    ]);
    expect(await toldOf(on('2021-09-12', position('timed'), position('moved')))).toEqual([
      'links: ["allowed","blocked"] → "blocked"',
      'meeting corrected',
    ]);
  });

  it('to what was retracted or reinstated; to both together nothing is put down', async () => {
    const amounts = [usd('100'), usd('50')].map((amount) => jcs(amount));
    expect(await toldOf(on('2021-06-01', position('moved'), position('retracted')))).toEqual([
      `penalty: ${amounts[1]} → ${amounts[0]}`,
      'halved retracted',
    ]);
    expect(await toldOf(on('2021-06-01', position('retracted'), position('reinstated')))).toEqual([
      `penalty: ${amounts[0]} → ${amounts[1]}`,
      'halved reinstated',
    ]);
    expect(await toldOf(on('2021-06-01', position('moved'), position('reinstated')))).toEqual([]);
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
      await toldOf({
        'from.asOf': '2021-09-01',
        'from.knownAt': until('allowed'),
        'to.asOf': '2021-10-01',
        'to.knownAt': position('moved'),
        predicate: 'links',
      }),
    ).toEqual(['links: "blocked" → "allowed"', 'meeting corrected', 'allowed recorded, corrected, came-due']);
  });
});

describe('a filter', () => {
  const YEARS = { 'from.asOf': '2000-01-01', 'to.asOf': '2022-01-01' };
  const predicates = async (filter: Record<string, string>): Promise<readonly string[]> =>
    (await diff({ ...YEARS, ...filter })).body.facts.map(({ predicate }) => predicate);

  it('is that of the state', async () => {
    expect(await predicates({})).toEqual(['links', 'mood', 'penalty', 'tone']);
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
