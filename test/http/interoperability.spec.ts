import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FactAnswer } from '../../src/state/fact.query.js';
import type { InteroperabilityAnswer } from '../../src/state/interoperability.query.js';
import { type Client, start } from '../service.js';

let client: Client;
beforeAll(async () => {
  client = await start({ sample: true });
  await client.get('/v1/state?minPosition=104&limit=1');
});
afterAll(() => client.close());

const ask = async (parameters: string): Promise<InteroperabilityAnswer> =>
  (await client.get<InteroperabilityAnswer>(`/v1/interoperability?${parameters}`)).body;
const cellOf = ({ rows }: InteroperabilityAnswer, row: string, column: string) =>
  rows.find(({ slug }) => slug === row)?.cells[column];

describe('the matrix of payment and links', () => {
  it('has services and venues as rows, means of payment and what is linked to as columns, with their names', async () => {
    const { rows, columns } = await ask('asOf=2021-09-15');
    expect(columns.map(({ key }) => key)).toEqual([
      'payment:alipay',
      'payment:wechat-pay',
      'links:external-sites',
      'links:taobao',
    ]);
    expect(columns[1]).toEqual({
      key: 'payment:wechat-pay',
      predicate: 'payment',
      slug: 'wechat-pay',
      type: 'service',
      name: 'WeChat Pay',
      names: { zh: '微信支付' },
    });
    expect(rows.map(({ slug }) => slug)).toEqual([
      'apple-retail',
      'damai',
      'eleme',
      'hema',
      'idle-fish',
      'jd-com',
      'shuqi',
      'taobao',
      'tmall',
      'wechat',
      'youku',
    ]);
    expect(rows.at(-2)).toMatchObject({ name: 'WeChat', names: { zh: '微信' }, type: 'service' });
  });

  it('has as cells what the facts answer on that day', async () => {
    for (const asOf of ['2012-06-01', '2021-09-15', '2021-10-01', '2024-12-31']) {
      const matrix = await ask(`asOf=${asOf}`);
      for (const { slug, cells } of matrix.rows) {
        for (const [key, { fact, ...cell }] of Object.entries(cells)) {
          const [predicate, object] = key.split(':');
          expect(fact).toBe(`${predicate}:${slug}:${object}`);
          const { body } = await client.get<FactAnswer>(`/v1/facts/${fact}?asOf=${asOf}`);
          expect(body).toEqual(expect.objectContaining({ fact, ...cell }));
        }
      }
    }
  });

  it('has the same rows and columns on every day, so that days can be compared; a cell may be unrecorded yet', async () => {
    const [early, late] = [await ask('asOf=2010-01-01'), await ask('asOf=2024-12-31')];
    const shape = ({ rows, columns }: InteroperabilityAnswer) => [
      columns,
      rows.map(({ cells, ...row }) => [row, Object.keys(cells)]),
    ];
    expect(shape(early)).toEqual(shape(late));
    expect(cellOf(early, 'youku', 'payment:wechat-pay')).toEqual({
      fact: 'payment:youku:wechat-pay',
      certainty: 'unrecorded',
      because: [],
    });
    expect(cellOf(late, 'youku', 'payment:wechat-pay')).toMatchObject({ certainty: 'definite', value: 'accepted' });
    expect(cellOf(late, 'youku', 'payment:alipay')).toBeUndefined();
  });

  it('is what was known at a position, names included', async () => {
    const nothing = await ask('knownAt=position:57');
    expect([nothing.rows, nothing.columns]).toEqual([[], []]);
    const head = await client.head();
    await client.put('/v1/entities/wechat', { type: 'service', name: 'Weixin' });
    const nameAt = async (position: number) =>
      (await ask(`knownAt=position:${position}`)).rows.find(({ slug }) => slug === 'wechat')?.name;
    expect([await nameAt(head), await nameAt(head + 1)]).toEqual(['WeChat', 'Weixin']);
  });

  it('can be of a matter', async () => {
    const { rows, columns } = await ask('matter=apple-in-china');
    expect([rows.map(({ slug }) => slug), columns.map(({ key }) => key)]).toEqual([
      ['apple-retail'],
      ['payment:alipay'],
    ]);
  });
});
