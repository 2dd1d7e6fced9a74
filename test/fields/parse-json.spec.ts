import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from '../../src/fields/parse-json.js';

const parse = (text: string): unknown => parseJson(Buffer.from(text));

/** What a text is refused with. */
function refused(text: string): { readonly code: string; readonly message: string } {
  try {
    parse(text);
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('it was not refused');
}

describe('JSON in which a name stands twice in one object is refused, naming it', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":1,"a":1}', 'a'],
    ['{"b":{"c":[{"when":"2021","when":"2022"}]}}', 'when'],
    [String.raw`{"when":1,"wh\u0065n":2}`, 'when'],
    [String.raw`{"\\":1,"\\":2}`, '\\'],
    [String.raw`{"a\"":"\\\"", "a\"" : 1}`, 'a"'],
    ['{"":1,"":2}', ''],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['{ "a" : 1 ,\n\t"a"\r\n: 2 }', 'a'],
    ['{"1":{},"0":[],"1":null}', '1'],
    ['[{"a":{"x":1},"b":{"x":1},"b":2}]', 'b'],
  ])('%s', (text, name) => {
    expect(refused(text)).toMatchObject({
      code: 'malformed-json',
      message: `The member ${JSON.stringify(name)} stands twice in one object; write it once.`,
    });
  });

  it('among 20,000 members, in no time', () => {
    const members = Array.from({ length: 20_000 }, (_, index) => `"${index}":0`);
    const began = performance.now();
    expect(refused(`{${members.join()},"19999":1}`).message).toContain('"19999"');
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('wherever it is', () => {
    const twice = fc.tuple(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat(), fc.jsonValue());
    fc.assert(
      fc.property(twice, ([object, which, other]) => {
        const names = Object.keys(object);
        const name = names[which % names.length] as string;
        const text = `{${JSON.stringify(name)}:${JSON.stringify(other)},${JSON.stringify(object).slice(1)}`;
        expect(refused(text).message).toContain(JSON.stringify(name));
      }),
    );
  });
});

describe('JSON in which every name stands once in its object', () => {
  it.each([
    '{"a":{"a":[{"a":1},{"a":1}]}}',
    '{"a":"b:c","b":"\\":{}[]","c":"\\\\"}',
    '["a","a",{"a":"a"}]',
    '":"',
    '1',
    'null',
    '{"__proto__":1,"constructor":2}',
  ])('is read: %s', (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  it('is read, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is read however deep it is', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(Array.isArray(parse(deep))).toBe(true);
  });
});
