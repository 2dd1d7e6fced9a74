import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Acknowledgement, Warning } from '../../src/developments/writing.js';
import type { FactAnswer } from '../../src/state/fact.query.js';
import { changed, corrected, fine, fineChange, meeting, noted, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

/** A fact of its own for every test. */
let predicate = '';
let count = 0;
beforeEach(() => {
  count++;
  predicate = `mood-${count}`;
});

const FACT = (): string => `${predicate}:wechat`;
const effect = (value: string, from?: string): object => ({
  predicate,
  subject: 'wechat',
  value,
  ...(from && { from }),
});
const says = (value: string, when: string, more: object = {}): object =>
  noted(when, [effect(value)], { title: `It is ${value}`, ...more });
const state = (body: object): Promise<Acknowledgement> => recorded(client, body);
const fact = async (asOf: string): Promise<FactAnswer> =>
  (await client.get<FactAnswer>(`/v1/facts/${FACT()}?asOf=${asOf}`)).body;
const only = (warnings: readonly Warning[]): Warning => {
  expect(warnings).toHaveLength(1);
  return warnings[0] as Warning;
};

describe('a write whose days overlap those of another on the same fact, without a timing between them', () => {
  it('is accepted with a warning: which fact, which development, what answers become possible, what would settle it', async () => {
    const { id: other } = await state(says('bad', '2021-09'));
    const { warnings, id } = await state(says('good', '[2021-09-09..2021-10-05]'));
    const proposed = { after: other };
    expect(warnings).toEqual([
      {
        code: 'order-unknown',
        detail:
          `"It is good" (2021-09-09 to 2021-10-05) and "It is bad" (2021-09-01 to 2021-09-30) both speak of ${FACT()}, ` +
          'and which came first is not known. From 2021-09-09 on "good" and "bad" are both possible, as far as these ' +
          `two tell. If it came after the other, add ${JSON.stringify(proposed)} to its timing; if before, time the other after it.`,
        fact: FACT(),
        development: other,
        proposed,
      },
    ]);
    expect((await fact('2021-12-31')).values).toEqual(['bad', 'good']);
    expect((await corrected(client, id, { timing: [proposed] })).warnings).toEqual([]);
    expect(await fact('2021-12-31')).toMatchObject({ certainty: 'definite', value: 'good' });
  });

  it('is told so also when it is corrected and reinstated, not when it is retracted or given a source', async () => {
    await state(says('bad', '2021-09'));
    const { id, warnings } = await state(says('good', '2022'));
    expect(warnings).toEqual([]);
    expect((await corrected(client, id, { when: '2021' })).warnings).toMatchObject([{ code: 'order-unknown' }]);
    expect((await changed(client, id, 'sources', { publisher: 'P', title: 'T' })).warnings).toEqual([]);
    expect((await changed(client, id, 'retraction', { reason: 'r' })).warnings).toEqual([]);
    expect((await changed(client, id, 'reinstatement', { reason: 'r' })).warnings).toMatchObject([
      { code: 'order-unknown' },
    ]);
  });

  it('is told the same when the request is sent again, whatever came since', async () => {
    const { id: other } = await state(says('bad', '2021-09'));
    const headers = { 'idempotency-key': predicate };
    const first = await client.post<Acknowledgement>('/v1/developments', says('good', '2021-09'), headers);
    await changed(client, other, 'retraction', { reason: 'r' });
    await state(says('odd', '2021-09'));
    const again = await client.post<Acknowledgement>('/v1/developments', says('good', '2021-09'), headers);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    expect(again.body.warnings).toHaveLength(1);
  });

  it('is told so even where both are on one exact day, or say the same', async () => {
    await state(says('bad', '2021-09-09'));
    expect(only((await state(says('good', '2021-09-09'))).warnings).detail).toContain(
      'On a day that both are of, "It is good", recorded later, is taken to have come later',
    );
    predicate += '-same';
    await state(says('bad', '2021-09'));
    expect(only((await state(says('bad', '2021-09'))).warnings).detail).toContain('Both say "bad"');
  });

  it('is told on which days both are possible, to the last of them', async () => {
    await state(says('bad', '[2020-01-10..2020-01-11]'));
    const { detail } = only((await state(says('good', '2020-01-11'))).warnings);
    expect(detail).toContain('"It is good", recorded later, is taken to have come later, so it is never open');
    expect(await fact('2020-01-11')).toMatchObject({ certainty: 'definite', value: 'good' });
    predicate += '-other';
    await state(says('bad', '[2020-01-10..2020-01-11]'));
    const { detail: ofADay } = only((await state(says('good', '[2020-01-11..2020-01-12]'))).warnings);
    expect(ofADay).toContain('On 2020-01-11 "good" and "bad" are both possible');
    expect((await fact('2020-01-11')).values).toEqual(['bad', 'good']);
    expect(await fact('2020-01-12')).toMatchObject({ certainty: 'definite', value: 'good' });
  });

  it('is not told so of what is retracted, of other facts, or of days apart', async () => {
    const { id } = await state(says('bad', '2021-09'));
    await changed(client, id, 'retraction', { reason: 'r' });
    expect((await state(says('good', '2021-09'))).warnings).toEqual([]);
    expect((await state(says('good', '2021-10-01'))).warnings).toEqual([]);
    expect((await state(noted('2021-09', [{ ...effect('x'), subject: 'alipay' }]))).warnings).toEqual([]);
  });

  it('is told of 20 others at most', async () => {
    const { results } = { results: [] as Warning[][] };
    for (let index = 0; index < 22; index++) results.push([...(await state(says(`v${index}`, '2021'))).warnings]);
    expect(results.map(({ length }) => length)).toEqual([...Array.from({ length: 21 }, (_, index) => index), 20]);
  });
});

describe('the order is known', () => {
  it('where a chain of timings says so, in either direction', async () => {
    const { id: first } = await state(says('bad', '2021-09'));
    const { id: between } = await state(meeting('2021-09', { timing: [{ after: first }] }));
    expect((await state(says('good', '2021-09', { timing: [{ after: between }] }))).warnings).toEqual([]);
    predicate += '-other';
    const { id: before } = await state(meeting('2021-09'));
    const { id: early } = await state(says('good', '2021-09'));
    await state(says('bad', '2021-09', { timing: [{ after: before, atLeast: 'P9D' }, { after: early }] }));
    const again = await corrected(client, early, { title: 'B' });
    expect(again.warnings).toEqual([]);
  });

  it('where what the timings leave of the days no longer overlaps', async () => {
    const { id: anchor } = await state(meeting('2021-09-09'));
    await state(says('bad', '2021-09', { timing: [{ after: anchor, atMost: 'P2D' }] }));
    expect((await state(says('good', '2021-09', { timing: [{ after: anchor, atLeast: 'P3D' }] }))).warnings).toEqual(
      [],
    );
    expect((await state(says('odd', '[2021-09-12..2021-09-13]'))).warnings).toHaveLength(1);
  });

  it('of a fine and its change, and not of two changes', async () => {
    const { id } = await state(fine('alibaba', '2021-04', usd('5')));
    expect((await state(fineChange(id, '2021-04', usd('4')))).warnings).toEqual([]);
    expect(only((await state(fineChange(id, '2021-04', usd('3')))).warnings).fact).toBe(`penalty:alibaba:${id}`);
  });

  it('not by timings to a third one that leave either order', async () => {
    const { id: anchor } = await state(meeting('2021-09'));
    const timing = [{ after: anchor, atMost: 'P5D' }];
    const { id: other } = await state(says('bad', '2021-09', { timing }));
    expect(only((await state(says('good', '2021-09', { timing }))).warnings).proposed).toEqual({ after: other });
  });
});

describe('the proposed timing', () => {
  it('reaches past an own date of the other', async () => {
    const { id: other } = await state(noted('2021-09-01', [effect('bad', '[2021-09-10..2021-09-20]')]));
    const { warnings, id } = await state(says('good', '2021-09'));
    expect(only(warnings).proposed).toEqual({ after: other, atLeast: 'P19D' });
    expect((await corrected(client, id, { timing: [only(warnings).proposed] })).warnings).toEqual([]);
  });

  it('is left out where own dates are free of the date itself, or it would contradict what is known', async () => {
    await state(says('bad', '2021-09'));
    const free = only((await state(noted('2021', [effect('good', '2021-09')]))).warnings);
    expect(free).not.toHaveProperty('proposed');
    expect(free.detail).toContain('No timing would settle it');
    predicate += '-late';
    await state(noted('2021-09-01', [effect('bad', '2021-09')]));
    expect(only((await state(says('good', '2021-09-15'))).warnings)).not.toHaveProperty('proposed');
  });

  it('settles every overlap of the two at once', async () => {
    const { id: other } = await state(noted('2021-09', [effect('bad'), effect('worse', '2021-09-20')]));
    const { warnings } = await state(says('good', '2021'));
    expect(only(warnings).proposed).toEqual({ after: other, atLeast: 'P19D' });
  });
});
