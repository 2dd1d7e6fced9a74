import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReplayedEvent } from '../../src/audit/replay.js';
import type { Acknowledgement } from '../../src/developments/writing.js';
import { jcs } from '../../src/event-store/canonical.js';
import type { Problem } from '../../src/http/problem.js';
import {
  CAST_SIZE,
  changed,
  corrected,
  fine,
  fineChange,
  links,
  meeting,
  recorded,
  registerCast,
  usd,
} from '../cast.js';
import { type Client, start } from '../service.js';
import { digestOfState, followed, replayed, verdictsOf, wholeState } from './retold.js';

type Parameters = Readonly<Record<string, string>>;

const LINKS = 'links:wechat:taobao';
const REASON = { reason: 'It was wrong.' };
const WHERE_IT_WAS_READ = { publisher: 'Another newspaper', title: 'Another article' };

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
  await told('blocked', recorded(client, links('blocked', '2012')));
  await told('allowed', recorded(client, links('allowed', '2021-09-15', { matter: 'interoperability' })));
  await told('fine', recorded(client, fine('alibaba', '2021-04-10', usd('100'), { matter: 'antitrust' })));
  await told('changed', recorded(client, fineChange(of('fine'), '2021-05-01', usd('50'))));
  await told('meeting', recorded(client, meeting('2021-09-09', { matter: 'interoperability' })));
  await told('corrected', corrected(client, of('allowed'), { when: '2021-09-17' }));
  await told('fine retracted', changed(client, of('fine'), 'retraction', REASON));
  await told('fine reinstated', changed(client, of('fine'), 'reinstatement', REASON));
  await told('sourced', changed(client, of('blocked'), 'sources', WHERE_IT_WAS_READ));
  await client.put('/v1/entities/alibaba', { type: 'company', name: 'Alibaba Group' });
  await client.put('/v1/matters/antitrust', { title: 'Fines and more' });
});
afterAll(() => client.close());

const HEAD = CAST_SIZE + 11;
const DAY = '2021-10-01';
const positionsOf = (events: readonly ReplayedEvent[]): readonly string[] => events.map(({ position }) => position);

async function eventAt(name: string, asOf = DAY): Promise<ReplayedEvent> {
  const position = at[name] as string;
  const { events } = await replayed(client, { asOf, from: position, to: position });
  expect(positionsOf(events)).toEqual([position]);
  return events[0] as ReplayedEvent;
}

/** The changes of an event as `fact: before → after`. */
async function changesAt(name: string, asOf = DAY): Promise<readonly string[]> {
  const told = ({ value, values, certainty }: ReplayedEvent['changes'][number]['before']): string =>
    jcs(value ?? values ?? certainty);
  const { changes } = await eventAt(name, asOf);
  return changes.map(({ fact, before, after }) => `${fact}: ${told(before)} → ${told(after)}`);
}

describe('a replay', () => {
  it('tells every event once, in log order, as it was recorded', async () => {
    const { events } = await replayed(client, { asOf: DAY });
    expect(positionsOf(events)).toEqual(Array.from({ length: HEAD }, (_, index) => String(index + 1)));
    const log = await client.get('/v1/events?limit=1000');
    const stored = log.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const [index, { envelope, data }] of stored.entries()) {
      const { stream, revision, type, actor, recordedAt } = envelope;
      expect(events[index]).toMatchObject({ stream, revision, type, actor, data });
      expect(Date.parse(events[index]?.recordedAt as string)).toBeGreaterThanOrEqual(Date.parse(recordedAt));
    }
  });

  it('tells what each event changed on the day, before and after', async () => {
    const fact = `penalty:alibaba:${id.fine}`;
    const [full, half] = [jcs(usd('100')), jcs(usd('50'))];
    expect(await changesAt('blocked')).toEqual([`${LINKS}: "unrecorded" → "blocked"`]);
    expect(await changesAt('allowed')).toEqual([`${LINKS}: "blocked" → "allowed"`]);
    expect(await changesAt('fine')).toEqual([`${fact}: "unrecorded" → ${full}`]);
    expect(await changesAt('changed')).toEqual([`${fact}: ${full} → ${half}`]);
    expect(await changesAt('meeting')).toEqual([]);
    expect(await changesAt('sourced')).toEqual([]);
  });

  it('tells what a fine that is taken back does to the change that rests on it', async () => {
    const fact = `penalty:alibaba:${id.fine}`;
    expect(await changesAt('fine retracted')).toEqual([`${fact}: ${jcs(usd('50'))} → "unrecorded"`]);
    expect(await changesAt('fine reinstated')).toEqual([`${fact}: "unrecorded" → ${jcs(usd('50'))}`]);
  });

  it('compares on the day asked about, and on no other', async () => {
    expect(await changesAt('allowed', '2021-09-14')).toEqual([]);
    expect(await changesAt('corrected', '2021-09-16')).toEqual([`${LINKS}: "allowed" → "blocked"`]);
    expect(await changesAt('blocked', '2012-06-01')).toEqual([`${LINKS}: "unrecorded" → ["blocked",null]`]);
    expect(await changesAt('changed', '2021-04-30')).toEqual([]);
  });

  it('tells of a change also where only the time since when it holds is another', async () => {
    const { changes } = await eventAt('corrected');
    const since = (day: string) => ({ certainty: 'definite', value: 'allowed', since: { earliest: day, latest: day } });
    expect(changes).toEqual([
      {
        fact: LINKS,
        before: { ...since('2021-09-15'), because: [id.allowed] },
        after: { ...since('2021-09-17'), because: [id.allowed] },
      },
    ]);
  });

  it.each(['2011-12-31', '2012-06-01', '2021-04-20', '2021-09-16', DAY])(
    'leads to the state on %s, one change after the other',
    async (asOf) => {
      const { events } = await replayed(client, { asOf });
      const { facts } = await wholeState(client, { asOf, knownAt: `position:${HEAD}` });
      expect(followed(events)).toEqual(verdictsOf(facts));
    },
  );
});

describe('from and to', () => {
  it.each<[Parameters, number, number]>([
    [{}, 1, HEAD],
    [{ from: '1', to: `${HEAD}` }, 1, HEAD],
    [{ from: '0', to: '3' }, 1, 3],
    [{ from: '3', to: '5' }, 3, 5],
    [{ from: '5', to: '5' }, 5, 5],
    [{ from: '20' }, 20, HEAD],
    [{ to: '2' }, 1, 2],
  ])('are positions, both included: %j', async (span, first, last) => {
    const { events, closing } = await replayed(client, { asOf: DAY, ...span });
    expect(positionsOf(events)).toEqual(Array.from({ length: last - first + 1 }, (_, index) => String(first + index)));
    expect(closing.knownAt.position).toBe(String(last));
  });

  it.each<Parameters>([{ from: '5', to: '4' }, { from: `${HEAD + 1}` }, { from: '1', to: '0' }])(
    'may hold nothing, and the state is told all the same: %j',
    async (span) => {
      const { events, closing } = await replayed(client, { asOf: DAY, ...span });
      const position = Number(span.to ?? HEAD);
      expect(events).toEqual([]);
      expect(closing.stateDigest).toBe(await digestOfState(client, {}, DAY, position));
    },
  );

  it.each([
    [`to=${HEAD + 1}`, 'invalid-coordinate', 'to: the log ends'],
    ['to=-1', 'invalid-coordinate', 'to: '],
    ['from=one', 'invalid-coordinate', 'from: '],
    ['asOf=2021-09', 'invalid-coordinate', 'asOf: '],
    ['asof=2021-09-01', 'invalid-parameter', 'asof'],
    ['knownAt=position:1', 'invalid-coordinate', 'knownAt'],
  ])('%s is refused before anything is told', async (parameters, code, detail) => {
    const { status, body } = await client.get<Problem>(`/v1/replay?${parameters}`);
    expect([status, body.code, body.detail]).toEqual([400, code, expect.stringContaining(detail)]);
  });
});

describe('a filter', () => {
  const told = async (filter: Parameters): Promise<readonly string[]> => {
    const { events, closing } = await replayed(client, { asOf: DAY, from: `${CAST_SIZE + 1}`, ...filter });
    expect(closing.filter).toEqual(filter);
    const names = new Map(
      [...Object.entries(at), ['named', `${HEAD - 1}`], ['retitled', `${HEAD}`]].map(([k, v]) => [v, k]),
    );
    return positionsOf(events).map((position) => names.get(position) as string);
  };

  it('by entity tells what names it, what changes a fine of it, and the entity itself', async () => {
    expect(await told({ entity: 'alibaba' })).toEqual([
      'fine',
      'changed',
      'meeting',
      'fine retracted',
      'fine reinstated',
      'named',
    ]);
    expect(await told({ entity: 'taobao' })).toEqual(['blocked', 'allowed', 'corrected', 'sourced']);
    expect(await told({ entity: 'us' })).toEqual([]);
    const { events } = await replayed(client, { entity: 'us' });
    expect(events.map(({ stream }) => stream)).toEqual(['entity-us']);
  });

  it('by matter tells its developments and the matter itself', async () => {
    expect(await told({ matter: 'interoperability' })).toEqual(['allowed', 'meeting', 'corrected']);
    // What is imposed on the fine's fact belongs to the matter of the fine.
    expect(await told({ matter: 'antitrust' })).toEqual([
      'fine',
      'changed',
      'fine retracted',
      'fine reinstated',
      'retitled',
    ]);
  });

  it('by both tells what both concern', async () => {
    expect(await told({ entity: 'alibaba', matter: 'antitrust' })).toEqual([
      'fine',
      'changed',
      'fine retracted',
      'fine reinstated',
    ]);
    expect(await told({ entity: 'wechat', matter: 'antitrust' })).toEqual([]);
  });
});

describe('the closing line', () => {
  it.each<Parameters>([
    {},
    { entity: 'alibaba' },
    { entity: 'wechat' },
    { matter: 'antitrust' },
    { entity: 'taobao', matter: 'interoperability' },
    { entity: 'nobody' },
  ])('holds the digest of what GET /v1/state answers to %j', async (filter) => {
    for (const asOf of ['2012-06-01', '2021-04-20', DAY]) {
      for (const position of [0, CAST_SIZE + 2, CAST_SIZE + 4, CAST_SIZE + 7, HEAD]) {
        const { closing } = await replayed(client, { ...filter, asOf, to: String(position), from: String(position) });
        expect(closing.stateDigest).toBe(await digestOfState(client, filter, asOf, position));
      }
    }
  });

  it('says which state it is of', async () => {
    const { closing } = await replayed(client, { asOf: DAY, entity: 'alibaba', to: at.fine as string });
    const { asOf, knownAt, rules } = await wholeState(client, { asOf: DAY, knownAt: `position:${at.fine}` });
    expect(closing).toEqual({
      asOf,
      knownAt,
      rules,
      filter: { entity: 'alibaba' },
      stateDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

describe('the sample', () => {
  let sample: Client;
  beforeAll(async () => {
    sample = await start({ sample: true });
  });
  afterAll(() => sample.close());

  it('told up to a position closes with the digest at that position, however much came later', async () => {
    const head = await sample.head();
    for (const position of [1, 40, 60, head]) {
      const { events, closing } = await replayed(sample, { asOf: '2021-09-15', to: String(position) });
      expect(events).toHaveLength(position);
      expect(closing.stateDigest).toBe(await digestOfState(sample, {}, '2021-09-15', position));
      const { facts } = await wholeState(sample, { asOf: '2021-09-15', knownAt: `position:${position}` });
      expect(followed(events)).toEqual(verdictsOf(facts));
    }
    const before = await replayed(sample, { asOf: '2021-09-15', to: String(head) });
    await recorded(sample, links('allowed', '2021-09-14'));
    expect(await replayed(sample, { asOf: '2021-09-15', to: String(head) })).toEqual(before);
    expect((await replayed(sample, { asOf: '2021-09-15' })).closing.stateDigest).not.toBe(before.closing.stateDigest);
  });
});
