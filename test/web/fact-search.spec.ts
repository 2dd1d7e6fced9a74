import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../web/asking/answers.js';
import { dayIn, factsAbout } from '../../web/search/fact-search.js';
import type { Names } from '../../web/words/names.js';

const ENTITIES: readonly [slug: string, name: string, zh: string][] = [
  ['wechat', 'WeChat', '微信'],
  ['taobao', 'Taobao', '淘宝'],
  ['alipay', 'Alipay', '支付宝'],
  ['wechat-pay', 'WeChat Pay', '微信支付'],
];
const NAMES: Names = {
  isKnown: true,
  entities: new Map(
    ENTITIES.map(([slug, name, zh]) => [slug, { slug, name, type: 'service', names: { zh } } as never]),
  ),
  matters: new Map(),
  of: (slug) => ENTITIES.find(([each]) => each === slug)?.[1] ?? slug,
  matter: String,
};

const fact = (key: string, value: string): Fact => {
  const [predicate = '', subject = '', object = ''] = key.split(':');
  return { fact: key, predicate, subject, object, certainty: 'definite', value, because: [] };
};
const FACTS = [
  fact('links:wechat:taobao', 'blocked'),
  fact('payment:wechat:alipay', 'expected'),
  fact('payment:taobao:alipay', 'accepted'),
];
const found = (q: string): readonly string[] => factsAbout(FACTS, q, NAMES).map((each) => each.fact);

describe('facts are found', () => {
  test.each([
    ['by names, in any order', 'taobao wechat', ['links:wechat:taobao']],
    ['by what sort they are', 'links', ['links:wechat:taobao']],
    ['by what is so', 'expected', ['payment:wechat:alipay']],
    ['by their keys', 'links:wechat:taobao', ['links:wechat:taobao']],
    ['in Chinese, whose words nothing parts', '屏蔽链接', ['links:wechat:taobao']],
    ['by the beginning of a word', 'alip accept', ['payment:taobao:alipay']],
    [
      'by a whole question, which says more than they do',
      'Was WeChat blocking Taobao links on 15 September 2021?',
      ['links:wechat:taobao'],
    ],
  ])('%s', (_, q, facts) => {
    expect(found(q)).toEqual(facts);
  });

  test('only with everybody whom the question names', () => {
    expect(found('does wechat accept alipay payment today?')).toEqual(['payment:wechat:alipay']);
    expect(found('blocked links of taobao to alipay')).toEqual(['payment:taobao:alipay']);
    expect(found('payment taobao wechat pay')).toEqual([]);
  });

  test('not at all by one word of many', () => {
    expect(found('zebra crossings of wechat')).toEqual([]);
  });
});

describe('the day of a question', () => {
  test.each([
    'on 2021-09-15',
    'links on 15 September 2021?',
    'Sept. 15, 2021',
    'on 15 Sep 2021',
    '2021年9月15日的链接',
  ])('is read from %s', (q) => {
    expect(dayIn(q)).toBe('2021-09-15');
  });

  test.each(['WeChat', '31 February 2021', '15 Smarch 2021', '2021'])('is none in %s', (q) => {
    expect(dayIn(q)).toBeUndefined();
  });
});
