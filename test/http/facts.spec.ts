import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/http/problem.js';
import type { FactAnswer } from '../../src/state/fact.query.js';
import type { StateAnswer } from '../../src/state/state.query.js';
import { CAST_SIZE, changed, corrected, fine, links, meeting, noted, recorded, registerCast } from '../cast.js';
import { type Client, start } from '../service.js';

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

const fact = async (key: string, parameters = ''): Promise<FactAnswer> => {
  const { status, body, text } = await client.get<FactAnswer>(`/v1/facts/${key}?${parameters}`);
  if (status !== 200) throw new Error(text);
  return body;
};
const refused = async (key: string, parameters = ''): Promise<Problem> => {
  const { status, body } = await client.get<Problem>(`/v1/facts/${key}?${parameters}`);
  expect([status, body.code]).toEqual([404, 'unknown-fact']);
  return body;
};
const state = async (parameters: string): Promise<StateAnswer> =>
  (await client.get<StateAnswer>(`/v1/state?${parameters}`)).body;

describe('a fact without assertions', () => {
  it.each([
    'links:tencent:taobao',
    'obligation:alibaba:stop-blocking-links',
    'payment:youku:alipay',
    'owner:wechat',
    'instrument:personal-information-law',
    'data-centre:alibaba:us',
  ])('of known predicate and entities is unrecorded: %s', async (key) => {
    const [predicate, subject, object] = key.split(':');
    const { certainty, because, values, value, since, ...named } = await fact(key);
    expect({ certainty, because, values, value, since }).toEqual({ certainty: 'unrecorded', because: [] });
    expect(named).toMatchObject({ fact: key, predicate, subject, ...(object && { object }) });
  });

  it('is not listed in the state', async () => {
    expect((await state('entity=youku')).facts).toEqual([]);
  });

  it('is unknown where its predicate is, with near matches', async () => {
    expect(await refused('link:wechat:taobao')).toMatchObject({ near: expect.arrayContaining(['links']) });
    expect((await refused('paymnt:youku:alipay')).detail).toContain('payment');
  });

  it('is unknown where an entity in it is, with near matches', async () => {
    expect(await refused('links:wechatt:taobao')).toMatchObject({ near: ['wechat'] });
    expect(await refused('links:wechat:toabao')).toMatchObject({ near: ['taobao'] });
    expect(await refused('links:swechat:taobao')).toMatchObject({ near: expect.arrayContaining(['wechat']) });
  });

  it('is unknown where its shape is not that of its predicate', async () => {
    for (const key of ['links:wechat', 'owner:wechat:tencent', 'links:wechat:taobao:x', 'links', 'links::', 'links:']) {
      await refused(key);
    }
  });

  it('was unknown before its entities were registered', async () => {
    const before = `knownAt=position:${await client.head()}`;
    await client.put('/v1/entities/newcomer', { type: 'service', name: 'Newcomer' });
    expect((await fact('links:wechat:newcomer')).certainty).toBe('unrecorded');
    await refused('links:wechat:newcomer', before);
    await refused('links:wechat:taobao', 'knownAt=position:0');
    expect((await fact('links:wechat:taobao', `knownAt=position:${CAST_SIZE}`)).certainty).toBe('unrecorded');
  });

  it('of a predicate that a DevelopmentNoted introduces is known once that is used, and stays so', async () => {
    await refused('pressure:tencent');
    const before = `knownAt=position:${await client.head()}`;
    const { id } = await recorded(
      client,
      noted('2021-01', [{ predicate: 'pressure', subject: 'alibaba', value: 'up' }]),
    );
    expect((await fact('pressure:tencent')).certainty).toBe('unrecorded');
    expect(await fact('pressure:alibaba', 'asOf=2021-02-01')).toMatchObject({ certainty: 'definite', value: 'up' });
    await refused('pressure:tencent', before);
    await changed(client, id, 'retraction', { reason: 'r' });
    expect((await fact('pressure:alibaba', 'asOf=2021-02-01')).certainty).toBe('unrecorded');
  });

  it('can be asked for with its colons percent-encoded', async () => {
    expect((await fact(encodeURIComponent('links:tencent:taobao'))).fact).toBe('links:tencent:taobao');
  });
});

describe('a fact', () => {
  const KEY = 'links:wechat:taobao';
  const ids: string[] = [];
  beforeAll(async () => {
    ids.push((await recorded(client, links('allowed', '[2021-09-05..2021-09-20]'))).id);
    ids.push((await recorded(client, links('blocked', '[2011-09-01..2013-12-31]'))).id);
    ids.push((await recorded(client, links('blocked', '[2012-01-01..2012-12-31]'))).id);
    ids.push((await recorded(client, links('blocked', '2021-09-10'))).id);
  });

  it('is definite with one possible value, which every possible assertion is behind, in log order', async () => {
    expect(await fact(KEY, 'asOf=2014-01-01')).toMatchObject({
      certainty: 'definite',
      value: 'blocked',
      because: [ids[1], ids[2]],
      since: { earliest: '2011-09-01', latest: '2012-12-31' },
    });
    expect(await fact(KEY, 'asOf=2014-01-01')).not.toHaveProperty('values');
  });

  it('is possible with several, in JCS order, null last where unrecorded is possible', async () => {
    const first = await fact(KEY, 'asOf=2012-06-01');
    expect(first).toMatchObject({ certainty: 'possible', values: ['blocked', null], because: [ids[1], ids[2]] });
    expect(first).not.toHaveProperty('value');
    expect((await fact(KEY, 'asOf=2021-09-15')).values).toEqual(['allowed', 'blocked']);
    expect((await fact(KEY, 'asOf=2021-09-15')).because).toEqual([ids[0], ids[3]]);
  });

  it('is the same item in the state', async () => {
    for (const asOf of ['2012-06-01', '2014-01-01', '2021-09-15', '2021-09-30']) {
      const { asOf: _, knownAt, rules, ...item } = await fact(KEY, `asOf=${asOf}`);
      const { facts, ...answer } = await state(`asOf=${asOf}&entity=taobao`);
      expect(facts).toEqual([item]);
      expect(answer).toEqual({ asOf, knownAt, rules, totals: [], next: null });
    }
  });

  it('becomes definite again when a correction narrows a date', async () => {
    await corrected(client, ids[0] as string, { when: '[2021-09-11..2021-09-14]' });
    expect((await fact(KEY, 'asOf=2021-09-15')).value).toBe('allowed');
  });

  it('on the same day goes to the one recorded later', async () => {
    await recorded(client, links('allowed', '1995-05-05'));
    const { id } = await recorded(client, links('blocked', '1995-05-05'));
    expect(await fact(KEY, 'asOf=1995-05-05')).toMatchObject({ value: 'blocked', because: [id] });
  });

  it('with money sorts its values by their JCS, words before', async () => {
    const { id } = await recorded(client, fine('baidu', '2020-01-01', { value: '3', currency: 'USD' }));
    for (const amount of [
      { value: '20', currency: 'USD' },
      { value: '1', currency: 'CNY' },
    ]) {
      const details = { fine: id, amount };
      await recorded(client, { kind: 'FineChanged', title: 'x', when: '2020-02', details });
    }
    await recorded(client, { kind: 'FineChanged', title: 'x', when: '2020-02', details: { fine: id, annulled: true } });
    expect((await fact(`penalty:baidu:${id}`, 'asOf=2020-02-10')).values).toEqual([
      'annulled',
      { currency: 'CNY', value: '1' },
      { currency: 'USD', value: '20' },
      { currency: 'USD', value: '3' },
    ]);
  });
});

describe('filters of the state', () => {
  beforeAll(async () => {
    const matter = 'interoperability';
    const accepted = {
      kind: 'PaymentMethodAccepted',
      title: 'x',
      when: '1960',
      details: { venues: ['youku'], method: 'alipay' },
    };
    await recorded(client, { ...accepted, matter });
    await recorded(client, { ...accepted, kind: 'PaymentMethodEnded', when: '1970', matter: 'antitrust' });
    await recorded(client, noted('1960', [{ predicate: 'mood', subject: 'alipay', value: 'good' }]));
    await recorded(client, meeting('1960'));
  });
  const keys = async (parameters: string): Promise<readonly string[]> =>
    (await state(`asOf=1965-01-01&${parameters}`)).facts.map((each) => each.fact);

  it('entity matches subject or object', async () => {
    expect(await keys('entity=youku')).toEqual(['payment:youku:alipay']);
    expect(await keys('entity=alipay')).toEqual(['mood:alipay', 'payment:youku:alipay']);
    expect(await keys('entity=nobody')).toEqual([]);
  });

  it('predicate is exact', async () => {
    expect(await keys('predicate=payment')).toEqual(['payment:youku:alipay']);
    expect(await keys('predicate=pay')).toEqual([]);
    expect(await keys('entity=alipay&predicate=mood')).toEqual(['mood:alipay']);
  });

  it('matter selects facts with an assertion of it, also one that has not come yet; all assertions count', async () => {
    expect(await keys('matter=interoperability')).toEqual(['payment:youku:alipay']);
    expect(await keys('matter=antitrust&entity=alipay')).toEqual(['payment:youku:alipay']);
    expect((await state('asOf=1980-01-01&matter=interoperability')).facts).toMatchObject([{ value: 'ended' }]);
    expect(await keys('matter=interoperability&entity=wechat')).toEqual([]);
    expect(await keys('matter=interoperability&predicate=mood')).toEqual([]);
  });

  it('lists facts by key', async () => {
    const listed = (await state('asOf=2024-01-01')).facts.map((each) => each.fact);
    expect(listed.length).toBeGreaterThan(3);
    expect(listed).toEqual([...listed].sort());
  });
});
