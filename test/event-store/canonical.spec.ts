import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import { jcs, sha256Hex } from '../../src/event-store/canonical.js';

describe('canonical JSON', () => {
  it('sorts members by UTF-16 code units, as in the example of RFC 8785', () => {
    const example = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(jcs(example)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it('writes integer names in the order of their texts', () => {
    expect(jcs({ 10: 'ten', 9: 'nine' })).toBe('{"10":"ten","9":"nine"}');
  });

  it('escapes what JSON must and nothing else', () => {
    expect(jcs('\u20ac$\u000f\nA\'B"\\\\"/\u2028')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u2028"');
  });

  it('writes numbers as ECMAScript does', () => {
    expect(jcs([1e30, 4.5, 2e-3, 1e-27, -0])).toBe('[1e+30,4.5,0.002,1e-27,0]');
  });

  it('leaves undefined members out and writes null for undefined in an array', () => {
    expect(jcs({ b: undefined, a: [undefined] })).toBe('{"a":[null]}');
  });

  it('takes one object in two places', () => {
    const money = { value: '1', currency: 'CNY' };
    expect(jcs({ value: money, values: [money] })).toBe(
      '{"value":{"currency":"CNY","value":"1"},"values":[{"currency":"CNY","value":"1"}]}',
    );
  });

  it('sorts an object that has a member called toJSON', () => {
    expect(jcs({ toJSON: 'x', a: 'y' })).toBe('{"a":"y","toJSON":"x"}');
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1n], [undefined], [() => 1], [[Symbol('s')]]])(
    'refuses %p',
    (value) => {
      expect(() => jcs(value)).toThrow(TypeError);
    },
  );

  it('agrees with json-canonicalize', () => {
    const document = fc
      .jsonValue({ stringUnit: 'binary' })
      .filter((value) => !JSON.stringify(value).includes('toJSON'));
    fc.assert(
      fc.property(document, (value) => jcs(value) === canonicalize(value)),
      { numRuns: 500 },
    );
  });
});

describe('the hash of a text', () => {
  it('is the lowercase hex SHA-256 of its UTF-8 bytes', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex('工')).toBe('bb6a90660bf98c4df4508da7b222d59c8eb711362f563fdf3f23fdd895576479');
  });
});
