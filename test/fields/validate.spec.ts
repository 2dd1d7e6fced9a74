import { describe, expect, it } from '@jest/globals';
import { Edtf, ExactlyOneOf, Flag, Nested, Requires, Slug, Slugs, Text, validate } from '../../src/fields/index.js';

class Person {
  @Text({ max: 10 }) name!: string;
  @Slugs('any', { optional: true, max: 3 }) friends?: string[];
}

@ExactlyOneOf('owner', 'nobody')
@Requires('since', 'owner')
class House {
  @Slug(['place']) place!: string;
  @Nested(() => Person, { optional: true }) owner?: Person;
  @Flag() nobody?: true;
  @Nested(() => Person, { array: true, optional: true, max: 2 }) guests?: Person[];
  @Edtf({ optional: true }) since?: string;
}

class Villa extends House {
  @Text({ max: 10 }) pool!: string;
}

const VALID = { place: 'cn', owner: { name: 'Ann' } };
const fromJson = (text: string): unknown => JSON.parse(text);
const pointersOf = (raw: unknown): readonly string[] => validate(House, raw, '/house').errors.map((e) => e.pointer);
const detailOf = (raw: unknown): string | undefined => validate(House, raw, '').errors[0]?.detail;

describe('a valid object', () => {
  it('comes back as a plain object of the declared fields, in the order they are declared', () => {
    const { value, errors } = validate(
      House,
      { guests: [{ friends: ['a', 'b'], name: 'Bob' }], owner: { name: 'Ann' }, place: 'cn' },
      '',
    );
    expect(errors).toEqual([]);
    expect(JSON.stringify(value)).toBe(
      '{"place":"cn","owner":{"name":"Ann"},"guests":[{"name":"Bob","friends":["a","b"]}]}',
    );
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('comes back without the optional fields it does not have', () => {
    expect(Object.keys(validate(House, VALID, '').value ?? {})).toEqual(['place', 'owner']);
  });

  it('is left as it is', () => {
    const raw = structuredClone(VALID);
    validate(House, raw, '');
    expect(raw).toEqual(VALID);
  });

  it('has the fields that its class inherits, and first', () => {
    const { value } = validate(Villa, { pool: 'blue', ...VALID }, '');
    expect(Object.keys(value ?? {})).toEqual(['place', 'owner', 'pool']);
  });
});

describe('what is wrong is said where it is', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['not an object', 'cn', ['/house']],
    ['null', null, ['/house']],
    ['a list', [], ['/house']],
    ['a required field missing', { owner: { name: 'Ann' } }, ['/house/place']],
    ['a wrong type', { ...VALID, place: 5 }, ['/house/place']],
    ['null in a required field', { ...VALID, place: null }, ['/house/place']],
    ['null in an optional field', { ...VALID, since: null }, ['/house/since']],
    ['null in an optional nested field', { ...VALID, guests: null }, ['/house/guests']],
    ['a nested object that is none', { ...VALID, owner: 'Ann' }, ['/house/owner']],
    ['a nested object that is a list', { ...VALID, owner: [] }, ['/house/owner']],
    ['a field of a nested object', { ...VALID, owner: { name: '' } }, ['/house/owner/name']],
    ['null in a list', { ...VALID, guests: [null] }, ['/house/guests/0']],
    [
      'items of lists in lists',
      { ...VALID, guests: [{ name: 'Bob' }, { name: 'Cy', friends: ['x', 'Y', 'x'] }] },
      ['/house/guests/1/friends/1', '/house/guests/1/friends/2'],
    ],
    ['too many items', { ...VALID, guests: [{}, {}, {}] }, ['/house/guests']],
    ['several at once', { owner: {}, nobody: false }, ['/house/place', '/house/owner/name', '/house/nobody']],
    ['an unknown field', { ...VALID, color: 'red' }, ['/house/color']],
    ['an unknown field of a nested object', { ...VALID, owner: { name: 'Ann', age: 5 } }, ['/house/owner/age']],
    ['an unknown field with a name to escape', { ...VALID, 'a/b~c': 1 }, ['/house/a~1b~0c']],
    ['one rule broken', { place: 'cn' }, ['/house']],
    ['another rule broken', { place: 'cn', nobody: true, since: '2020' }, ['/house/owner']],
  ])('%s', (_, raw, pointers) => {
    expect(pointersOf(raw)).toEqual(pointers);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])('%s is no field', (name) => {
    const raw = fromJson(`{"place":"cn","owner":{"name":"Ann"},"${name}":{"nobody":true}}`);
    expect(pointersOf(raw)).toEqual([`/house/${name}`]);
    expect(pointersOf({ ...VALID, owner: fromJson(`{"name":"Ann","${name}":1}`) })).toEqual([`/house/owner/${name}`]);
  });

  it('nothing is read from a prototype given as a member', () => {
    expect(pointersOf(fromJson('{"__proto__":{"place":"cn","nobody":true}}'))).toContain('/house/place');
  });
});

describe('what is wrong is said with what would be right', () => {
  it('of a missing field', () => {
    expect(detailOf({ nobody: true })).toBe('is missing: it should be the slug of a place');
  });

  it('of a wrong type', () => {
    expect(detailOf({ ...VALID, owner: 5 })).toBe('should be an object, not 5');
  });

  it('of null', () => {
    expect(detailOf({ ...VALID, place: null })).toBe(
      'should be the slug of a place, not null; leave it out where there is nothing',
    );
  });

  it('of a slug, proposing one', () => {
    expect(detailOf({ ...VALID, place: ' Inner Mongolia' })).toBe(
      'should be the slug of a place (lowercase letters, digits and single hyphens, at most 64 characters), ' +
        'not " Inner Mongolia"; perhaps "inner-mongolia"',
    );
  });

  it('of an unknown field, with the nearest one and all there are', () => {
    expect(detailOf({ ...VALID, Guest: [] })).toBe(
      '"Guest" is not a field here (did you mean "guests"?); the fields are place, owner, nobody, guests, since',
    );
  });

  it('of an unknown field that resembles none, without a guess', () => {
    expect(detailOf({ ...VALID, temperature: 5 })).toBe(
      '"temperature" is not a field here; the fields are place, owner, nobody, guests, since',
    );
  });

  it('of a rule', () => {
    expect(detailOf({ ...VALID, nobody: true })).toBe(
      'should have exactly one of owner, nobody; it has owner and nobody',
    );
  });

  it('without being longer than what was sent', () => {
    const raw = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field${index}`, 1]));
    expect(validate(House, raw, '').errors.length).toBeLessThan(50);
    expect(detailOf({ ...VALID, ['x'.repeat(10_000)]: 1 })?.length).toBeLessThan(300);
    expect(detailOf({ ...VALID, place: 'X'.repeat(10_000) })?.length).toBeLessThan(400);
  });
});
