import { describe, expect, it } from '@jest/globals';
import { cleanJson } from '../../src/fields/index.js';

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('JSON that can be kept', () => {
  it.each<[string, unknown, unknown]>([
    ['texts in NFC', 'e\u0301', '\u00e9'],
    ['names in NFC', { 'e\u0301': 1 }, { '\u00e9': 1 }],
    ['texts outside the basic plane', '😀', '😀'],
    ['Chinese', { zh: '微信支付' }, { zh: '微信支付' }],
    ['the largest whole numbers', [2 ** 53 - 1, -(2 ** 53 - 1)], [2 ** 53 - 1, -(2 ** 53 - 1)]],
    ['null, which a merge patch needs', { a: null }, { a: null }],
    ['booleans and empty containers', [true, false, {}, []], [true, false, {}, []]],
    ['names of Object.prototype', { constructor: 1, toString: 2 }, { constructor: 1, toString: 2 }],
    ['32 levels', nested(32), nested(32)],
  ])('%s', (_, raw, value) => {
    expect(cleanJson(raw, '')).toEqual({ value, errors: [] });
  });

  it('has no minus zero', () => {
    expect(Object.is(cleanJson(-0, '').value, 0)).toBe(true);
  });

  it('is itself where nothing has to be changed, else a copy', () => {
    const clean = { a: [{ b: 1 }] };
    expect(cleanJson(clean, '').value).toBe(clean);
    const raw = { a: [{ b: -0 }] };
    expect(cleanJson(raw, '').value).not.toBe(raw);
    expect(raw).toEqual({ a: [{ b: -0 }] });
  });
});

describe('JSON that cannot be kept is refused where it stands', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['a fraction', { a: [1, 1.5] }, ['/body/a/1']],
    ['an unsafe integer', { a: 2 ** 53 }, ['/body/a']],
    ['infinity, as 1e999 is read', JSON.parse('{"a":1e999}'), ['/body/a']],
    ['a date', { a: new Date(0) }, ['/body/a']],
    ['a map', [new Map([['a', 1]])], ['/body/0']],
    ['bytes', { a: Buffer.from('x') }, ['/body/a']],
    ['not a number', Number.NaN, ['/body']],
    ['a lone surrogate', { a: 'x\ud800' }, ['/body/a']],
    ['a lone low surrogate', ['\udc00x'], ['/body/0']],
    ['a lone surrogate in a name', { '\ud800': 1 }, ['/body/\ud800']],
    ['NUL', { a: '\u0000' }, ['/body/a']],
    ['NUL in a name', { 'a\u0000': 1 }, ['/body/a\u0000']],
    ['__proto__', JSON.parse('{"a":{"__proto__":{"b":1}}}'), ['/body/a/__proto__']],
    ['a name twice in two ways of writing', { '\u00e9': 1, 'e\u0301': 2 }, ['/body/e\u0301']],
    ['33 levels', nested(33), [`/body${'/0'.repeat(32)}`]],
    ['a thousand levels', nested(1_000), [`/body${'/0'.repeat(32)}`]],
    ['what JSON does not have', { a: undefined, b: 1n }, ['/body/a', '/body/b']],
    ['several', { 'a/b': 0.5, 'c~d': 0.5 }, ['/body/a~1b', '/body/c~0d']],
  ])('%s', (_, raw, pointers) => {
    expect(cleanJson(raw, '/body').errors.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('with a bounded number of errors', () => {
    expect(
      cleanJson(
        Array.from({ length: 10_000 }, () => 0.5),
        '',
      ).errors,
    ).toHaveLength(100);
  });

  it('and no prototype is changed by it', () => {
    const { value } = cleanJson(JSON.parse('{"__proto__":{"polluted":1}}'), '');
    expect((value as Record<string, unknown>).polluted).toBeUndefined();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
