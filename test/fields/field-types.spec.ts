import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import {
  Amount,
  AnyObject,
  Count,
  Day,
  DevelopmentId,
  Edtf,
  FactValue,
  Flag,
  LangMap,
  Language,
  MatterSlug,
  Name,
  OneOf,
  Sha256,
  type Shape,
  Slug,
  Slugs,
  Text,
  Texts,
  Url,
  validate,
} from '../../src/fields/index.js';

const UUID = '018f2f6e-7b1a-7c3d-8e4f-5a6b7c8d9e0f';

/** A class with one field, `it`. */
function having(field: PropertyDecorator): Shape {
  class Holder {
    it?: unknown;
  }
  field(Holder.prototype, 'it');
  return Holder;
}

interface Table {
  readonly field: PropertyDecorator;
  readonly accepted: readonly unknown[];
  readonly refused: readonly unknown[];
}

const tables: Readonly<Record<string, Table>> = {
  Slug: {
    field: Slug(['company']),
    accepted: ['a', '0', 'wechat-pay', 'a-1-b', 'a'.repeat(64), 'none', 'constructor'],
    refused: ['', 'A', 'a_b', '-a', 'a-', 'a--b', 'é', 'a b', 'a\n', 'a'.repeat(65), 5, true, {}, ['a'], null],
  },
  MatterSlug: { field: MatterSlug(), accepted: ['tech-crackdown'], refused: ['Tech', '', 1, null] },
  Name: { field: Name('a predicate'), accepted: ['market-share'], refused: ['market share', 'a:b', null] },
  Slugs: {
    field: Slugs(['company'], { max: 3 }),
    accepted: [['a'], ['a', 'b', 'c']],
    refused: [[], ['a', 'b', 'c', 'd'], ['a', 'a'], ['A'], [null], [['a']], 'a', { 0: 'a' }, null],
  },
  Text: {
    field: Text({ max: 3 }),
    accepted: ['a', ' a ', '谷歌云', '😀😀😀', 'a\nb'],
    refused: ['', '   ', '\n\t', '\u3000', 'abcd', '😀😀😀😀', 1, false, {}, [], null],
  },
  Texts: {
    field: Texts({ max: 3, maxItems: 2 }),
    accepted: [['a'], ['a', 'b']],
    refused: [[], ['a', 'b', 'c'], ['a', 'a'], [''], [1], 'a', null],
  },
  LangMap: {
    field: LangMap({ max: 10 }),
    accepted: [{ en: 'WeChat' }, { zh: '微信', 'zh-Hans': '微信', 'zh-Hant-TW': '微信' }],
    refused: [
      {},
      { EN: 'x' },
      { en: '' },
      { en: null },
      { en: 1 },
      { constructor: 'x' },
      { toString: 'x' },
      [],
      'x',
      null,
    ],
  },
  Language: {
    field: Language(),
    accepted: ['en', 'zh-Hans', 'yue'],
    refused: ['', 'E', 'english language', 'EN', null],
  },
  Edtf: {
    field: Edtf(),
    accepted: ['2021', '2021-09', '2021-09-09', '2021-09-XX', '201X', '2014-10%', '[..2018-02]', '[2021..]'],
    refused: [
      '',
      '2021/2022',
      '2021-02-30',
      '2021-21',
      '2021-09-09T10:00:00Z',
      'yesterday',
      'x'.repeat(500),
      2021,
      null,
    ],
  },
  Day: {
    field: Day(),
    accepted: ['2021-09-09', '2020-02-29'],
    refused: ['2021-09', '2021-02-29', '2021-9-9', '2021-09-09T00:00:00Z', '', 18879, null],
  },
  OneOf: {
    field: OneOf(['full', 'phased']),
    accepted: ['full', 'phased'],
    refused: ['Full', '', 'constructor', 0, null],
  },
  Flag: { field: Flag(), accepted: [true, undefined], refused: [false, 'true', 1, null] },
  Count: {
    field: Count(),
    accepted: [0, 60, Number.MAX_SAFE_INTEGER],
    refused: [-1, 1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '60', null],
  },
  AnyObject: { field: AnyObject(), accepted: [{}, { a: 1 }], refused: [[], 'a', 1, null] },
  DevelopmentId: {
    field: DevelopmentId(),
    accepted: [UUID],
    refused: [UUID.toUpperCase(), UUID.replaceAll('-', ''), `{${UUID}}`, `urn:uuid:${UUID}`, '', 1, null],
  },
  Sha256: {
    field: Sha256(),
    accepted: ['0a'.repeat(32)],
    refused: ['0A'.repeat(32), '0a'.repeat(31), 'zz'.repeat(32), null],
  },
  Url: {
    field: Url(),
    accepted: ['https://example.com', 'http://example.com/a?b=c#d', 'https://例え.jp/パス', 'https://[::1]:8080/'],
    refused: [
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      ' https://example.com',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'ftp://example.com',
      '//example.com',
      'example.com',
      'https:example.com',
      'https://',
      'https:///x',
      'https:\\\\example.com',
      'https://user:secret@example.com',
      'https://user@example.com',
      'https://exa mple.com',
      'https://example.com/a b',
      'https://example.com/a\n',
      'https://example.com/\u2028',
      'https://example.com:99999',
      `https://example.com/${'a'.repeat(2_048)}`,
      '',
      1,
      null,
    ],
  },
  FactValue: {
    field: FactValue({ max: 5 }),
    accepted: ['open', { value: '5', currency: 'USD' }, { atMost: '5', currency: 'USD' }],
    refused: ['', ' ', 'longer', 5, true, [], {}, { value: 5, currency: 'USD' }, { value: '5' }, null],
  },
  'FactValue, at its reserved word': { field: FactValue({ max: 50 }), accepted: ['recorded'], refused: ['unrecorded'] },
  Amount: { field: Amount(), accepted: [{ value: '5', currency: 'USD' }], refused: ['5 USD', 5, [], {}, null] },
};

describe.each(Object.entries(tables))('%s', (_, { field, accepted, refused }) => {
  const shape = having(field);

  it.each(accepted.map((value) => [value]))('accepts %j', (value) => {
    expect(validate(shape, { it: value }, '').errors).toEqual([]);
    expect(validateSync(Object.assign(new shape(), { it: value }))).toEqual([]);
  });

  it.each(refused.map((value) => [value]))('refuses %j', (value) => {
    const { errors } = validate(shape, { it: value }, '');
    expect(errors.length).toBeGreaterThan(0);
    // Whoever takes the class to class-validator is told the same.
    expect(validateSync(Object.assign(new shape(), { it: value }))).toHaveLength(1);
    for (const { pointer, detail } of errors) {
      expect(pointer).toMatch(/^\/it(\/|$)/);
      expect(detail).toMatch(/^(should be|should say|should have|is missing|repeats|")/);
    }
  });
});

describe('a date', () => {
  it('is refused in the words of its notation', () => {
    expect(validate(having(Edtf()), { it: '2021/2022' }, '').errors[0]?.detail).toContain('[2021..2022]');
  });
});
