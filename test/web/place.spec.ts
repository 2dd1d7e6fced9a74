import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  FORMS,
  LANGUAGES,
  type Place,
  pinnedPosition,
  readPlace,
  unusableIn,
  VIEWS,
  writePlace,
} from '../../web/place/place.js';

const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const known = fc.nat({ max: 1_000_000 }).map((position) => `position:${position}`);
const text = fc.string({ minLength: 1, maxLength: 40 }).filter((each) => each.trim() === each);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

const place: fc.Arbitrary<Place> = fc
  .record({
    view: fc.constantFrom(...VIEWS),
    asOf: maybe(day),
    knownAt: maybe(known),
    matter: maybe(text),
    entity: maybe(text),
    fact: maybe(text),
    development: maybe(text),
    form: maybe(fc.constantFrom(...FORMS)),
    q: maybe(text),
    lanes: maybe(fc.constant('authority' as const)),
    scale: maybe(fc.constant('even' as const)),
    since: maybe(day),
    until: maybe(day),
    from: maybe(fc.record({ asOf: day, knownAt: maybe(known) })),
    lang: maybe(fc.constantFrom(...LANGUAGES)),
  })
  .map(({ from, ...rest }) => ({ ...rest, from: from && (from.knownAt ? from : { asOf: from.asOf }) }));

describe('a place', () => {
  test('is the same once written as a link and read again', () => {
    fc.assert(
      fc.property(place, (each) => {
        expect(readPlace(writePlace(each))).toEqual(JSON.parse(JSON.stringify(each)));
      }),
    );
  });

  test.each(['2021-02-31', '2021-13-45', '0000-01-01', '2021-9-1', 'today'])('has no day such as %s', (asOf) => {
    expect(readPlace(`?asOf=${asOf}&since=${asOf}&from.asOf=${asOf}`)).toEqual({ view: 'matrix' });
  });

  test('is read from any query at all, and written the same from then on', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (query) => {
        const once = writePlace(readPlace(query));
        expect(writePlace(readPlace(once))).toBe(once);
      }),
    );
  });

  test('is written so that people can read it', () => {
    const link = writePlace({
      view: 'matrix',
      asOf: '2021-09-15',
      knownAt: 'position:94',
      fact: 'links:wechat:taobao',
    });
    expect(link).toBe('?asOf=2021-09-15&knownAt=position:94&fact=links:wechat:taobao');
    expect(writePlace({ view: 'matrix' })).toBe('');
  });

  test('leaves out what makes no sense in it', () => {
    expect(readPlace('?view=nowhere&asOf=yesterday&lang=xx&since=2021')).toEqual({ view: 'matrix' });
  });

  test('says what of a link no place can be made of', () => {
    expect(unusableIn('?view=record&asOf=2021-02-30&since=2021-01-01&from.asOf=then&q=x')).toEqual([
      ['asOf', '2021-02-30'],
      ['from.asOf', 'then'],
      ['view', 'record'],
    ]);
    fc.assert(fc.property(place, (each) => expect(unusableIn(writePlace(each))).toEqual([])));
  });

  test('is pinned to a position only where it names one', () => {
    expect(pinnedPosition({ knownAt: 'position:94' })).toBe(94);
    expect(pinnedPosition({ knownAt: '2021-01-01T00:00:00Z' })).toBeUndefined();
    expect(pinnedPosition({})).toBeUndefined();
  });
});
