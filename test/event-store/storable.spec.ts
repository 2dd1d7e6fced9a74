import { describe, expect, it } from '@jest/globals';
import { NotStorable } from '../../src/event-store/errors.js';
import { assertStorable } from '../../src/event-store/storable.js';

const nested = (levels: number): unknown => (levels === 0 ? 'end' : { in: nested(levels - 1) });

describe('what can be stored', () => {
  it.each<[string, unknown]>([
    ['text, also beyond the basic plane', 'Überweisung 支付 👩‍⚖️ \n\t\u0001\u2028'],
    ['truth values', { yes: true, no: false }],
    ['safe integers', [0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]],
    ['empty arrays, objects and names', { '': [{}, []] }],
    ['objects without a prototype', Object.assign(Object.create(null), { a: 1 })],
    ['one object in two places', ((shared) => ({ value: shared, values: [shared] }))({ currency: 'CNY' })],
    ['a hundred levels', nested(100)],
  ])('%s', (_, data) => {
    expect(() => assertStorable(data)).not.toThrow();
  });
});

describe('what is refused, with the place where it is', () => {
  it.each<[string, unknown, string, string]>([
    ['a fraction', { amount: { value: 0.5 } }, '/amount/value', 'integer'],
    ['an integer that is not safe', [1, 2 ** 53], '/1', 'integer'],
    ['minus zero', { n: -0 }, '/n', 'integer'],
    ['not a number', { n: Number.NaN }, '/n', 'integer'],
    ['infinity', { n: Number.POSITIVE_INFINITY }, '/n', 'integer'],
    ['a big integer', { n: 1n }, '/n', 'bigint'],
    ['undefined in an object', { note: undefined }, '/note', 'undefined'],
    ['undefined in an array', ['a', undefined], '/1', 'undefined'],
    ['a hole in an array', { list: new Array(1) }, '/list/0', 'undefined'],
    ['null', { owner: null }, '/owner', 'null'],
    ['a high surrogate alone', { text: 'a\ud83d' }, '/text', 'surrogate'],
    ['a low surrogate alone', { text: '\ude00b' }, '/text', 'surrogate'],
    ['surrogates the wrong way round', { text: '\ude00\ud83d' }, '/text', 'surrogate'],
    ['NUL', { text: 'a\u0000b' }, '/text', 'NUL'],
    ['text that is not NFC', { text: 'cafe\u0301' }, '/text', 'normal form C'],
    ['a name that is not NFC', { 'cafe\u0301': 1 }, '/cafe\u0301', 'name'],
    ['a name with a lone surrogate', { '\ud800': 1 }, '/\ud800', 'name'],
    ['a name with NUL', { '\u0000': 1 }, '/\u0000', 'name'],
    ['a function', { f: () => 1 }, '/f', 'function'],
    ['a symbol', { s: Symbol('s') }, '/s', 'symbol'],
    ['a date', { when: new Date(0) }, '/when', 'plain object'],
    ['a map', { map: new Map() }, '/map', 'plain object'],
    ['an object that writes itself otherwise', { o: { toJSON: () => 'other' } }, '/o', 'plain object'],
    ['a hundred and one levels', nested(101), '/in'.repeat(100), 'deeper'],
    ['a place whose name has / and ~', { 'a/b': { '~': 0.5 } }, '/a~1b/~0', 'integer'],
  ])('%s', (_, data, pointer, reason) => {
    const refusal = thrownBy(() => assertStorable(data));
    expect(refusal).toBeInstanceOf(NotStorable);
    expect(refusal).toMatchObject({ pointer, detail: expect.stringContaining(reason) });
  });

  it('a document that is not JSON at all', () => {
    expect(() => assertStorable(undefined)).toThrow('the document is undefined');
  });
});

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
