import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StateAnswer } from '../../src/state/state.query.js';
import { changed, fine, fineChange, links, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';

let client: Client;
beforeEach(async () => {
  client = await start();
  await registerCast(client);
});
afterEach(() => client.close());

const impose = async (when: string, amount?: object, party = 'alibaba'): Promise<string> =>
  (await recorded(client, fine(party, when, amount, { matter: 'antitrust' }))).id;
const change = async (id: string, when: string, to: object | 'annulled'): Promise<string> =>
  (await recorded(client, fineChange(id, when, to))).id;
const totals = async (parameters = 'asOf=2024-01-01'): Promise<StateAnswer['totals']> =>
  (await client.get<StateAnswer>(`/v1/state?${parameters}`)).body.totals;
const total = (min: string, max: string | null, more: object = {}): object => ({
  predicate: 'penalty',
  subject: 'alibaba',
  currency: 'USD',
  min,
  max,
  certainty: min === max ? 'definite' : 'possible',
  exact: true,
  ...more,
});

describe('totals', () => {
  it('are definite where every fine is', async () => {
    await impose('2021-04', usd('2750000000'));
    await impose('2022-04', usd('0.50'));
    expect(await totals()).toEqual([total('2750000000.5', '2750000000.5')]);
  });

  it('run from the least to the most that can have been imposed by the day', async () => {
    await impose('2021-04', usd('10'));
    await impose('[2021-03-01..2021-06-30]', usd('5'));
    expect(await totals('asOf=2021-02-01')).toEqual([]);
    expect(await totals('asOf=2021-03-01')).toEqual([total('0', '5')]);
    expect(await totals('asOf=2021-04-15')).toEqual([total('0', '15')]);
    expect(await totals('asOf=2021-05-01')).toEqual([total('10', '15')]);
    expect(await totals('asOf=2021-06-30')).toEqual([total('15', '15')]);
  });

  it('use the bounds of an amount; without an upper end the maximum is null', async () => {
    await impose('2021', { atLeast: '3', atMost: '4', currency: 'USD' });
    expect(await totals()).toEqual([total('3', '4')]);
    await impose('2021', { atLeast: '10', currency: 'USD' });
    expect(await totals()).toEqual([total('13', null)]);
    await impose('2021', { atMost: '7', currency: 'USD', approximate: true });
    expect(await totals()).toEqual([total('13', null)]);
  });

  it('count a fine without an amount in no sum, but say how many there are', async () => {
    await impose('2021');
    expect(await totals()).toEqual([total('0', null, { currency: null, unquantified: 1 })]);
    await impose('2021', usd('5'));
    expect(await totals()).toEqual([total('5', '5', { unquantified: 1 })]);
    await impose('2021');
    expect(await totals()).toMatchObject([{ min: '5', max: '5', unquantified: 2 }]);
  });

  it('count what is annulled as nothing', async () => {
    const id = await impose('2021-01', usd('5'));
    await change(id, '[2021-06-01..2021-06-30]', 'annulled');
    expect(await totals('asOf=2021-05-31')).toEqual([total('5', '5')]);
    expect(await totals('asOf=2021-06-15')).toEqual([total('0', '5')]);
    expect(await totals('asOf=2021-06-30')).toEqual([total('0', '0')]);
  });

  it('are by currency, also where a fine changes from one to another', async () => {
    const id = await impose('2021-01-01', usd('5'));
    await impose('2021-01-01', { value: '7', currency: 'EUR' });
    await change(id, '[2021-06-01..2021-06-30]', { value: '30', currency: 'CNY' });
    expect(await totals('asOf=2021-06-15')).toEqual([
      total('0', '30', { currency: 'CNY' }),
      total('7', '7', { currency: 'EUR' }),
      total('0', '5'),
    ]);
    expect(await totals('asOf=2021-07-01')).toEqual([
      total('30', '30', { currency: 'CNY' }),
      total('7', '7', { currency: 'EUR' }),
      total('0', '0'),
    ]);
  });

  it('are by party, and leave out retracted fines with their changes', async () => {
    const id = await impose('2021', usd('5'));
    await change(id, '2022', usd('6'));
    await impose('2021', usd('1'), 'tencent');
    expect(await totals()).toEqual([total('6', '6'), total('1', '1', { subject: 'tencent' })]);
    await changed(client, id, 'retraction', { reason: 'r' });
    expect(await totals()).toEqual([total('1', '1', { subject: 'tencent' })]);
    await changed(client, id, 'reinstatement', { reason: 'r' });
    expect(await totals()).toHaveLength(2);
  });

  it('cover the whole filter and stand on every page', async () => {
    await impose('2021', usd('5'));
    await impose('2021', usd('6'));
    await impose('2021', usd('1'), 'tencent');
    await recorded(client, links('blocked', '2012'));
    const expected = [total('11', '11'), total('1', '1', { subject: 'tencent' })];
    let path = '/v1/state?asOf=2024-01-01&limit=1';
    for (let pages = 1; ; pages++) {
      const { body } = await client.get<StateAnswer>(path);
      expect(body.totals).toEqual(expected);
      if (body.next === null) {
        expect(pages).toBe(4);
        break;
      }
      path = `/v1/state?cursor=${body.next}`;
    }
    expect(await totals('asOf=2024-01-01&entity=alibaba')).toEqual(expected.slice(0, 1));
    expect(await totals('asOf=2024-01-01&matter=antitrust')).toEqual(expected);
    expect(await totals('asOf=2024-01-01&matter=interoperability')).toEqual([]);
    expect(await totals('asOf=2024-01-01&predicate=penalty')).toEqual(expected);
    expect(await totals('asOf=2024-01-01&predicate=links')).toEqual([]);
  });

  it('add exactly, however large', async () => {
    await impose('2021', usd('999999999999999999999999999999.999999'));
    await impose('2021', usd('0.000001'));
    expect(await totals()).toEqual([total('1000000000000000000000000000000', '1000000000000000000000000000000')]);
  });
});
