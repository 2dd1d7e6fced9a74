import { describe, expect, it } from '@jest/globals';
import { nearest } from '../src/nearest.js';

const SLUGS = ['alibaba', 'alipay', 'apple', 'apple-pay', 'tencent', 'wechat', 'wechat-pay', 'jd', 'jd-com'];

describe('near matches', () => {
  it.each([
    ['alibabba', ['alibaba']],
    ['tecnent', ['tencent']],
    ['WeChat', ['wechat', 'wechat-pay']],
    ['applepay', ['apple-pay', 'apple']],
    ['wechat_pay', ['wechat-pay', 'wechat']],
    ['zzz', []],
    ['', []],
  ])('of %j are %j, the best first', (word, expected) => {
    expect(nearest(word, SLUGS)).toEqual(expected);
  });

  it('are at most three', () => {
    expect(nearest('abcde', ['abcd1', 'abcd2', 'abcd3', 'abcd4'])).toHaveLength(3);
  });

  it('are of any script', () => {
    expect(nearest('工信部门', ['工信部', '市场监管总局'])).toEqual(['工信部']);
  });
});
