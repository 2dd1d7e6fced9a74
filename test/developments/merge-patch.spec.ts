import { describe, expect, it } from '@jest/globals';
import { changedPointers, mergePatch } from '../../src/developments/merge-patch.js';
import type { JsonValue } from '../../src/event-store/canonical.js';

describe('a merge patch', () => {
  /** RFC 7396, appendix A: original, patch, result. */
  it.each<[JsonValue, JsonValue, JsonValue]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('of %j with %j gives %j', (original, patch, result) => {
    expect(mergePatch(original, patch)).toEqual(result);
  });

  it('leaves the original as it was', () => {
    const original = { a: { b: 'c' } };
    mergePatch(original, { a: { b: 'd' }, e: 1 });
    expect(original).toEqual({ a: { b: 'c' } });
  });

  it('of what is not there begins with nothing', () => {
    expect(mergePatch(undefined, { a: { b: null, c: 1 } })).toEqual({ a: { c: 1 } });
  });

  it('takes names that mean something to a program as names', () => {
    const patch = JSON.parse('{"__proto__":{"polluted":true},"constructor":1}');
    const merged = mergePatch({ a: 1 }, patch) as object;
    expect(Object.keys(merged).sort()).toEqual(['__proto__', 'a', 'constructor']);
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });
});

describe('what changed', () => {
  it.each<[JsonValue, JsonValue, string[]]>([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, []],
    [{ a: 1 }, { a: 2 }, ['/a']],
    [{ a: 1 }, {}, ['/a']],
    [{}, { a: 1 }, ['/a']],
    [{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, ['/a/c']],
    [{ a: { b: 1 } }, { a: 'b' }, ['/a']],
    [{ a: [1, 2] }, { a: [1, 3] }, ['/a']],
    [{ a: [1, 2] }, { a: [1, 2] }, []],
    [{ a: [{ b: 1, c: 2 }] }, { a: [{ c: 2, b: 1 }] }, []],
    [{ z: 1, a: 1 }, { z: 2, a: 2 }, ['/a', '/z']],
    [{ 'a/b': 1, 'c~d': 1 }, {}, ['/a~1b', '/c~0d']],
    [{ a: '1' }, { a: 1 }, ['/a']],
  ])('from %j to %j is %j', (before, after, pointers) => {
    expect(changedPointers(before, after)).toEqual(pointers);
  });
});
