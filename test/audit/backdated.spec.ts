import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BackdatedAnswer } from '../../src/audit/backdated.query.js';
import type { Problem } from '../../src/http/problem.js';
import { dayOfInstant, formatDay } from '../../src/time/day.js';
import { changed, corrected, fine, fineChange, links, meeting, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';

const REASON = { reason: 'It was wrong.' };
const LINKS = 'links:wechat:taobao';
const TODAY = dayOfInstant(new Date().toISOString());
/** The day so many days ago. */
const ago = (days: number): string => formatDay(TODAY - days);

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

async function listed(parameters = '', since = 0): Promise<BackdatedAnswer['backdated']> {
  const { status, text, body } = await client.get<BackdatedAnswer>(`/v1/audit/backdated?limit=1000&${parameters}`);
  if (status !== 200) throw new Error(text);
  return body.backdated.filter(({ position }) => Number(position) > since);
}

/** What is listed of what happens in between. */
async function listedOf(act: () => Promise<unknown>, parameters = ''): Promise<BackdatedAnswer['backdated']> {
  const before = await client.head();
  await act();
  return listed(parameters, before);
}

describe('a development', () => {
  it('is listed if it was recorded more than so many days after it happened at the latest', async () => {
    const days = (n: number) => async (): Promise<unknown> => recorded(client, meeting(ago(n)));
    expect(await listedOf(days(7))).toEqual([]);
    expect(await listedOf(days(8))).toMatchObject([{ lag: 8, latest: ago(8), type: 'GuidanceMeetingHeld' }]);
    expect(await listedOf(days(8), 'days=8')).toEqual([]);
    expect(await listedOf(days(1), 'days=0')).toMatchObject([{ lag: 1 }]);
    expect(await listedOf(days(0), 'days=0')).toEqual([]);
    expect(await listedOf(async () => recorded(client, meeting(formatDay(TODAY + 9))), 'days=0')).toEqual([]);
    const vague = `[${ago(400)}..${ago(20)}]`;
    expect(await listedOf(async () => recorded(client, meeting(vague)))).toMatchObject([
      { lag: 20, earliest: ago(400), latest: ago(20), when: vague },
    ]);
  });

  it('is listed by the last day that its timing leaves', async () => {
    const { id } = await recorded(client, meeting(ago(60)));
    const timing = [{ after: id, atMost: 'P10D' }];
    expect(
      await listedOf(async () => recorded(client, meeting(`[${ago(60)}..${ago(0)}]`, { timing })), 'days=49'),
    ).toMatchObject([{ lag: 50, latest: ago(50) }]);
  });
});

describe('a later change', () => {
  it('is listed if days before the record day are told otherwise, with the first of them and the facts', async () => {
    const { id } = await recorded(client, links('blocked', ago(30)));
    const [entry, ...others] = await listedOf(() => corrected(client, id, { when: ago(40) }), 'days=9999999');
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      type: 'DevelopmentCorrected',
      development: id,
      kind: 'LinksBlocked',
      lag: 40,
      from: ago(40),
      facts: [{ fact: LINKS, from: ago(40) }],
      changed: ['/when'],
      reason: 'It was otherwise.',
      actor: 'anonymous',
    });
    expect(await listedOf(() => changed(client, id, 'retraction', { ...REASON, cause: 'source-error' }))).toMatchObject(
      [{ type: 'DevelopmentRetracted', lag: 40, cause: 'source-error', facts: [{ fact: LINKS, from: ago(40) }] }],
    );
    expect(await listedOf(() => changed(client, id, 'reinstatement', REASON))).toMatchObject([
      { type: 'DevelopmentReinstated', lag: 40, facts: [{ fact: LINKS, from: ago(40) }] },
    ]);
    await changed(client, id, 'retraction', REASON);
  });

  it('is listed for the day it happened alone where it states no fact', async () => {
    const { id } = await recorded(client, meeting(ago(30)));
    expect(await listedOf(() => corrected(client, id, { when: `[${ago(30)}..${ago(20)}]` }))).toMatchObject([
      { lag: 29, from: ago(29), facts: [] },
    ]);
  });

  it('is not listed where words alone changed, a source was added, or the day is still to come', async () => {
    const { id } = await recorded(client, meeting(ago(30)));
    const words = { title: 'Another', note: 'More', details: { topics: ['another'] } };
    expect(await listedOf(() => corrected(client, id, words))).toEqual([]);
    expect(await listedOf(() => changed(client, id, 'sources', { publisher: 'A', title: 'B' }))).toEqual([]);
    const { id: later } = await recorded(client, links('blocked', formatDay(TODAY + 10)));
    expect(await listedOf(() => corrected(client, later, { when: formatDay(TODAY + 20) }))).toEqual([]);
    expect(await listedOf(() => corrected(client, later, { when: ago(0) }))).toEqual([]);
    await changed(client, later, 'retraction', REASON);
  });

  it('is listed from the first day that is another, not from the first that is told again', async () => {
    await recorded(client, links('blocked', ago(90)));
    const { id } = await recorded(client, links('allowed', ago(50)));
    const [entry] = await listedOf(() => corrected(client, id, { when: ago(45) }));
    expect(entry).toMatchObject({ lag: 50, facts: [{ fact: LINKS, from: ago(50) }] });
  });

  it('is listed with the facts of what rests on it: changes to a fine, and what is timed by it', async () => {
    const { id } = await recorded(client, fine('alibaba', ago(80), usd('100')));
    await recorded(client, fineChange(id, ago(60), usd('50')));
    const fact = `penalty:alibaba:${id}`;
    expect(await listedOf(() => changed(client, id, 'retraction', REASON))).toMatchObject([
      { lag: 80, facts: [{ fact, from: ago(80) }] },
    ]);
    const { id: called } = await recorded(client, meeting(`[${ago(200)}..${ago(100)}]`));
    const venues = { venues: ['youku'], method: 'alipay' };
    const timing = [{ after: called, atMost: 'P0D' }];
    const when = `[${ago(200)}..${ago(100)}]`;
    await recorded(client, { kind: 'PaymentMethodAccepted', title: 'Timed', when, timing, details: venues });
    expect(await listedOf(() => corrected(client, called, { when: ago(150) }))).toMatchObject([
      { lag: 200, facts: [{ fact: 'payment:youku:alipay', from: ago(200) }] },
    ]);
  });
});

describe('the list', () => {
  it('in pages gives every item once while writes go on, as known at the position', async () => {
    const whole = await listed();
    const at = `position:${await client.head()}`;
    const told: BackdatedAnswer['backdated'][number][] = [];
    let { body } = await client.get<BackdatedAnswer>('/v1/audit/backdated?limit=2');
    for (;;) {
      told.push(...body.backdated);
      expect(body.days).toBe(7);
      if (body.next === null) break;
      await recorded(client, meeting(ago(500)));
      ({ body } = await client.get<BackdatedAnswer>(`/v1/audit/backdated?cursor=${body.next}`));
    }
    expect(told).toEqual(whole);
    expect(await listed(`knownAt=${at}`)).toEqual(whole);
    expect(await listed('knownAt=position:18')).toEqual([]);
  });

  it.each(['days=-1', 'days=1.5', 'days=x', 'days=', 'days=12345678', 'dayz=1', 'limit=0'])(
    'asked for with %s is refused',
    async (parameters) => {
      const { status, body } = await client.get<Problem>(`/v1/audit/backdated?${parameters}`);
      expect([status, body.code]).toEqual([400, 'invalid-parameter']);
    },
  );
});
