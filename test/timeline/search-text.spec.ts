import { describe, expect, it } from '@jest/globals';
import type { Refusal } from '../../src/refusal.js';
import { readSearch } from '../../src/timeline/search-text.js';

function refusal(text: string): Refusal | undefined {
  try {
    readSearch(text);
    return undefined;
  } catch (error) {
    return error as Refusal;
  }
}

describe('what is searched for', () => {
  it.each([
    ['link blocking', ['"blocking" *', '"link" *']],
    ['"link blocking"', ['"link blocking"']],
    ['„link blocking“ fine', ['"fine" *', '"link blocking"']],
    ['"link blocking', ['"link blocking"']],
    ['Apple-Pay', ['"apple pay" *']],
    ['微信支付', ['"微信 信支 支付"']],
    ['a a A', ['"a"']],
    ['fine \u0000 ""', ['"fine" *']],
    ['x\u0000y', ['"x y"']],
  ])('is words and phrases, each once: %j', (text, expressions) => {
    expect(readSearch(text)).toEqual(expressions);
  });

  it.each([
    ['fine AND OR NOT NEAR(a b, 3)', ['"3"', '"and" *', '"b"', '"fine" *', '"near a"', '"not" *', '"or"']],
    ['title:x -y ^z a* (b) {c}', ['"a"', '"b"', '"c"', '"title x"', '"y"', '"z"']],
    [`'; DROP TABLE texts; --`, ['"drop" *', '"table" *', '"texts" *']],
  ])('is never an operator: %s', (text, expressions) => {
    expect(readSearch(text)).toEqual(expressions);
  });

  it.each(['🙂', '"', '""', '* ( ) -', '\u0000', '—'])('has to hold a letter or a digit: %j', (text) => {
    expect(refusal(text)).toMatchObject({ code: 'invalid-parameter', message: expect.stringContaining('no letter') });
  });

  it('has so many parts at most', () => {
    const words = (count: number): string => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');
    expect(readSearch(words(32))).toHaveLength(32);
    expect(refusal(words(33))).toMatchObject({ code: 'invalid-parameter', message: expect.stringContaining('33') });
  });
});
