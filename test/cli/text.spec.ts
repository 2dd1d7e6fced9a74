import { describe, expect, it } from '@jest/globals';
import { aligned, widthOf, wrapped } from '../../src/cli/table.js';
import { between, count, dayWithin, plain, valuesText } from '../../src/cli/wording.js';

describe('words for values', () => {
  it('joins what is possible, and never leaves out that nothing was recorded', () => {
    expect(valuesText(['allowed', 'blocked', null])).toBe('allowed or blocked or unrecorded');
  });

  it.each([
    [{ value: '2750000000', currency: 'USD' }, '2,750,000,000 USD'],
    [
      { value: '123456789012345678901234567.50', currency: 'EUR', approximate: true as const },
      'about 123,456,789,012,345,678,901,234,567.50 EUR',
    ],
    [{ atLeast: '1000', currency: 'CNY' }, 'at least 1,000 CNY'],
    [{ atMost: '999', currency: 'CNY' }, 'at most 999 CNY'],
    [{ atLeast: '1', atMost: '2000', currency: 'CNY' }, '1 to 2,000 CNY'],
    [{ currency: 'CNY' }, 'an unknown amount of CNY'],
  ])('writes money in full: %j', (money, text) => {
    expect(valuesText([money])).toBe(text);
  });

  it('tells a sum by its bounds', () => {
    expect(between('0', '2750000000')).toBe('0 to 2,750,000,000');
    expect(between('5', '5')).toBe('5');
    expect(between('0', null)).toBe('at least 0');
  });

  it.each([
    ['2021-09-09', '2021-09-09', '2021-09-09'],
    ['2021-09-09', '2021-09-28', '2021-09-09 to 2021-09-28'],
    ['0001-01-01', '2021-09-28', '2021-09-28 or before'],
    ['2021-10-01', '9999-12-31', '2021-10-01 or later'],
  ])('tells the day between %s and %s', (earliest, latest, text) => {
    expect(dayWithin(earliest, latest)).toBe(text);
  });

  it('counts', () => {
    expect([count(1, 'fact'), count(2_000, 'fact')]).toEqual(['1 fact', '2,000 facts']);
  });

  it('keeps a text from steering the terminal', () => {
    expect(plain('a\u001b[31mb\u202ec\n  d')).toBe('a\ufffd[31mb\ufffdc d');
  });
});

describe('columns', () => {
  it('line up, also beside Chinese characters, without gaps where nothing stands', () => {
    expect(
      aligned([
        ['微信', '', 'blocked'],
        ['taobao', '', 'allowed'],
      ]),
    ).toEqual(['微信    blocked', 'taobao  allowed']);
    expect(widthOf('工业和信息化部 ok e\u0301')).toBe(14 + 5);
  });

  it('wrap at spaces, and leave a longer word whole', () => {
    expect(wrapped('one two three incomprehensibilities four', 9)).toEqual([
      'one two',
      'three',
      'incomprehensibilities',
      'four',
    ]);
    expect(wrapped('one two', Number.POSITIVE_INFINITY)).toEqual(['one two']);
  });
});
