import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Acknowledgement } from '../../src/developments/writing.js';
import type { Problem } from '../../src/http/problem.js';
import type { FactAnswer } from '../../src/state/fact.query.js';
import type { DevelopmentAnswer } from '../../src/timeline/development.query.js';
import { changed, corrected, fine, fineChange, links, meeting, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

const record = async (body: object): Promise<Problem> => (await client.post<Problem>('/v1/developments', body)).body;
const correct = async (id: string, changes: object): Promise<Problem> =>
  (await client.post<Problem>(`/v1/developments/${id}/corrections`, { changes, reason: 'r' })).body;
const reinstate = async (id: string): Promise<Problem> =>
  (await client.post<Problem>(`/v1/developments/${id}/reinstatement`, { reason: 'r' })).body;
const read = async (id: string): Promise<DevelopmentAnswer> =>
  (await client.get<DevelopmentAnswer>(`/v1/developments/${id}`)).body;
const on = async (when: string, ...timing: readonly object[]): Promise<string> =>
  (await recorded(client, meeting(when, { timing }))).id;
const retract = (id: string): Promise<Acknowledgement> => changed(client, id, 'retraction', { reason: 'r' });

describe('a timing', () => {
  it('is kept and shown as it is written', async () => {
    const after = await on('2021-09-09');
    const timing = [{ after, atLeast: 'P2D', atMost: 'P2W' }];
    const id = await on('2021-09', ...timing);
    expect(await read(id)).toMatchObject({ when: '2021-09', timing });
    const { body } = await client.get<{ data: { timing: object } }>(`/v1/developments/${id}/history`);
    expect(body).toMatchObject({ versions: [{ version: { timing } }] });
  });

  it.each([
    [{ atLeast: 'P1M' }, '/atLeast', 'write their days'],
    [{ atLeast: 'P1Y' }, '/atLeast', 'write their days'],
    [{ atMost: '-P2D' }, '/atMost', 'never negative'],
    [{ atMost: 'P-2D' }, '/atMost', 'never negative'],
    [{ atMost: 'PT48H' }, '/atMost', 'whole days or weeks'],
    [{ atMost: 'P1W2D' }, '/atMost', 'whole days or weeks'],
    [{ atMost: 'P1.5D' }, '/atMost', 'whole days or weeks'],
    [{ atMost: 'P36501D' }, '/atMost', 'at most P36500D'],
    [{ atMost: 'P5215W' }, '/atMost', 'at most P36500D'],
    [{ atMost: 2 }, '/atMost', 'whole days or weeks'],
    [{ atLeast: 'P2D', atMost: 'P1D' }, '/atMost', 'no less than "atLeast"'],
    [{ atLeast: 'P2W', atMost: 'P13D' }, '/atMost', 'no less than "atLeast"'],
    [{ before: NOBODY }, '/before', ''],
    [{ after: 'yesterday' }, '/after', 'UUID'],
  ])('is refused as %j, pointing at %s', async (bounds, pointer, said) => {
    const after = await on('2021-09-09');
    const { code, errors, detail } = await record(meeting('2021-09', { timing: [{ after, ...bounds }] }));
    expect([code, errors]).toMatchObject(['invalid-development', [{ pointer: `/timing/0${pointer}` }]]);
    expect(detail).toContain(said);
  });

  it('is refused without the development it is after, or after it a second time', async () => {
    const after = await on('2021-09-09');
    expect(await record(meeting('2021-09', { timing: [{ atMost: 'P2D' }] }))).toMatchObject({
      errors: [{ pointer: '/timing/0/after' }],
    });
    expect(await record(meeting('2021-09', { timing: [{ after }, { after, atMost: 'P2D' }] }))).toMatchObject({
      code: 'invalid-development',
      errors: [{ pointer: '/timing/1/after' }],
    });
  });

  it('is refused after what is not recorded, with what may be meant', async () => {
    const id = await on('2021-09-09');
    const slip = id.slice(0, -1) + (id.endsWith('0') ? '1' : '0');
    expect(await record(meeting('2021-09', { timing: [{ after: id }, { after: slip }] }))).toMatchObject({
      code: 'unknown-development',
      errors: [{ pointer: '/timing/1/after' }],
      near: [id],
    });
  });

  it('is refused after the development itself', async () => {
    const id = await on('2021-09-09');
    expect(await correct(id, { timing: [{ after: id }] })).toMatchObject({
      code: 'invalid-development',
      errors: [{ pointer: '/changes/timing/0/after' }],
    });
  });

  it('is one of at most 32', async () => {
    const priors = await Promise.all(Array.from({ length: 33 }, () => on('2020')));
    const timing = priors.map((after) => ({ after }));
    expect(await record(meeting('2021', { timing }))).toMatchObject({ status: 422, code: 'timing-limit' });
    const id = await on('2021', ...timing.slice(1));
    expect((await correct(id, { timing })).code).toBe('timing-limit');
    expect((await read(id)).timing).toHaveLength(32);
  });

  it('is corrected as a whole list, and taken away by an empty one or null', async () => {
    const [one, two] = [await on('2021-09-01'), await on('2021-09-02')];
    const id = await on('2021-09', { after: one, atMost: 'P9D' });
    await corrected(client, id, { timing: [{ after: two }] });
    expect((await read(id)).timing).toEqual([{ after: two }]);
    await corrected(client, id, { timing: [] });
    expect((await read(id)).timing).toEqual([]);
    expect((await correct(id, { timing: null })).code).toBe('nothing-to-correct');
    await corrected(client, id, { timing: [{ after: one }] });
    await corrected(client, id, { timing: null });
    expect((await read(id)).timing).toEqual([]);
  });

  it('is among those that a retraction of the other lists', async () => {
    const after = await on('2021-09-09');
    const id = await on('2021-09', { after });
    expect((await retract(after)).referredBy).toEqual([{ id, role: 'after' }]);
  });
});

describe('timings that contradict', () => {
  it('are not recorded, and the refusal says why in words', async () => {
    const order = await recorded(client, meeting('2021-09-09', { title: 'The order' }));
    const commitment = await recorded(
      client,
      meeting('2021-09', { title: 'The commitment', timing: [{ after: order.id, atMost: 'P5D' }] }),
    );
    const accepted = { title: 'The payment', timing: [{ after: commitment.id, atMost: 'P13D' }] };
    const head = await client.head();
    expect(await record(meeting('2021-09-28', accepted))).toMatchObject({
      status: 422,
      code: 'contradictory-timing',
      detail:
        '"The payment" on 2021-09-28 is at most 13 days after "The commitment", which is at most 5 days after ' +
        '"The order", which is on 2021-09-09, so "The payment" would be on 2021-09-27 at the latest.',
      developments: expect.arrayContaining([order.id, commitment.id]),
    });
    expect(await client.head()).toBe(head);
    await recorded(client, meeting('2021-09-27', accepted));
  });

  it('are not corrected into being, from either side', async () => {
    const after = await on('2021-09-09');
    const id = await on('2021-09-11', { after, atLeast: 'P2D' });
    expect((await correct(id, { when: '2021-09-10' })).code).toBe('contradictory-timing');
    expect((await correct(id, { timing: [{ after, atLeast: 'P3D' }] })).code).toBe('contradictory-timing');
    expect((await correct(after, { when: '2021-09-10' })).code).toBe('contradictory-timing');
    await corrected(client, after, { when: '[2021-09-08..2021-09-10]' });
    await corrected(client, id, { timing: [] });
    await corrected(client, after, { when: '2021-09-30' });
  });

  it('are not reinstated into being, from either side', async () => {
    const after = await on('2021-09-09');
    const id = await on('2021-09-11', { after });
    await retract(id);
    await corrected(client, after, { when: '2021-09-12' });
    expect((await reinstate(id)).code).toBe('contradictory-timing');
    await retract(after);
    await changed(client, id, 'reinstatement', { reason: 'r' });
    expect((await reinstate(after)).code).toBe('contradictory-timing');
    await corrected(client, id, { when: '2021-09-13' });
    await changed(client, after, 'reinstatement', { reason: 'r' });
  });

  it('are refused by way of what is timed after both', async () => {
    const after = await on('2021-09');
    await on('2021-09-05', { after, atMost: 'P1D' });
    expect((await record(meeting('2021-09-03', { timing: [{ after }] }))).code).toBe('contradictory-timing');
    await on('2021-09-04', { after });
  });

  it('are refused as a ring, also where all of it may be one day, and also when reinstated', async () => {
    const first = await on('2021-09');
    const second = await on('2021-09', { after: first });
    const third = await on('2021-09', { after: second });
    const refusal = await correct(first, { timing: [{ after: third }] });
    expect(refusal.code).toBe('contradictory-timing');
    expect(refusal.detail).toContain('ring');
    await retract(second);
    await corrected(client, first, { timing: [{ after: third }] });
    expect((await reinstate(second)).detail).toContain('ring');
  });

  it('are refused where a change of a fine is timed after the fine beside its built-in order', async () => {
    const { id } = await recorded(client, fine('alibaba', '2021-04-10', usd('5')));
    const change = (when: string): object =>
      fineChange(id, when, usd('4'), { timing: [{ after: id, atLeast: 'P7D', atMost: 'P30D' }] });
    expect((await record(change('2021-04-16'))).code).toBe('contradictory-timing');
    expect((await record(change('2021-05-11'))).code).toBe('contradictory-timing');
    const { id: changeId } = await recorded(client, change('2021-04'));
    expect(await read(changeId)).toMatchObject({ earliest: '2021-04-17', latest: '2021-04-30' });
  });
});

describe('a timing after something retracted', () => {
  it('is accepted with a warning and says nothing until that is reinstated', async () => {
    const after = await on('2021-09-09');
    await retract(after);
    const { id, warnings } = await recorded(client, meeting('2021-09', { timing: [{ after }] }));
    expect(warnings).toEqual([
      { code: 'timing-void', detail: expect.stringContaining('A meeting, 2021-09-09'), development: after },
    ]);
    expect((await read(id)).earliest).toBe('2021-09-01');
    expect((await corrected(client, id, { title: 'B' })).warnings).toMatchObject([{ code: 'timing-void' }]);
    await changed(client, after, 'reinstatement', { reason: 'r' });
    expect((await read(id)).earliest).toBe('2021-09-09');
    expect((await corrected(client, id, { title: 'C' })).warnings).toEqual([]);
  });

  it('is warned of in the same words when the request is sent again, whatever came since', async () => {
    const after = await on('2021-09-09');
    await retract(after);
    const headers = { 'idempotency-key': 'void' };
    const body = meeting('2021-09', { timing: [{ after }] });
    const first = await client.post<Acknowledgement>('/v1/developments', body, headers);
    await changed(client, after, 'reinstatement', { reason: 'r' });
    const again = await client.post<Acknowledgement>('/v1/developments', body, headers);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    expect(again.body.warnings).toHaveLength(1);
  });
});

describe('changes side by side', () => {
  it('that time developments after each other are refused, or the fact goes by the plain dates and says so', async () => {
    for (let round = 0; round < 8; round++) {
      const { id: one } = await recorded(client, links('blocked', '1989-04'));
      const { id: other } = await recorded(client, links('allowed', '1989-04'));
      const timed = (id: string, after: string) =>
        client.post<Problem>(`/v1/developments/${id}/corrections`, { changes: { timing: [{ after }] }, reason: 'r' });
      const answers = await Promise.all([timed(one, other), timed(other, one)]);
      const { body } = await client.get<FactAnswer>('/v1/facts/links:wechat:taobao?asOf=1989-05-01');
      const both = answers.every(({ status }) => status === 200);
      if (both) {
        expect(body).toMatchObject({ certainty: 'possible', values: ['allowed', 'blocked'] });
        expect([...(body.contradiction ?? [])].sort()).toEqual([one, other].sort());
      } else {
        expect(answers.map(({ body: { code } }) => code)).toContain('contradictory-timing');
      }
      await retract(one);
      await retract(other);
    }
  });

  it('that contradict only together are refused, or the fact says that they do', async () => {
    for (let round = 0; round < 8; round++) {
      const { id: after } = await recorded(client, links('blocked', '1990-04-01'));
      const [correction, timed] = await Promise.all([
        client.post<Problem>(`/v1/developments/${after}/corrections`, { changes: { when: '1990-06' }, reason: 'r' }),
        client.post<Problem & { id: string }>('/v1/developments', links('allowed', '1990-05', { timing: [{ after }] })),
      ]);
      const { body } = await client.get<FactAnswer>('/v1/facts/links:wechat:taobao?asOf=1991-01-01');
      const both = correction.status === 200 && timed.status === 201;
      if (both) expect([...(body.contradiction ?? [])].sort()).toEqual([after, timed.body.id].sort());
      else expect([correction.body.code, timed.body.code]).toContain('contradictory-timing');
      await retract(after);
      if (timed.status === 201) await retract(timed.body.id);
    }
  });
});
