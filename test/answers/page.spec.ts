import { describe, expect, it } from '@jest/globals';
import { Pages } from '../../src/answers/page.js';
import { Refusal } from '../../src/refusal.js';
import { parseDay } from '../../src/time/day.js';

const MOMENT = { day: parseDay('2021-09-15') as number, position: 31, recordedAt: '2026-01-01T00:00:00.000Z' };
const pages = new Pages('log-1');

const refusal = (open: () => unknown): string | undefined => {
  try {
    open();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
const cursorFor = (query: Record<string, string>): string =>
  pages.next('state', pages.open('state', query), MOMENT, ['links:a:b']);
const decoded = (cursor: string): object => JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
const encoded = (cursor: object): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

describe('a first page', () => {
  it('has the parameters that were sent, and 100 items unless another number is asked for', () => {
    expect(pages.open('state', { entity: 'a', asOf: '2021-09-15' })).toEqual({
      query: { entity: 'a', asOf: '2021-09-15' },
      limit: 100,
    });
    expect(pages.open('state', { limit: '7' }).limit).toBe(7);
  });
});

describe('a cursor', () => {
  it('leads to the same question at the resolved coordinates, after the last key', () => {
    const cursor = cursorFor({ entity: 'a', limit: '7', knownAt: '2026-01-01T00:00:00Z' });
    expect(pages.open('state', { cursor })).toEqual({
      query: { entity: 'a' },
      limit: 7,
      coordinates: { asOf: MOMENT.day, knownAt: { position: 31 } },
      after: ['links:a:b'],
    });
  });

  it('holds neither what was asked in other words nor how long to wait', () => {
    const cursor = cursorFor({ entity: 'a', predicate: 'links' });
    const others = { predicate: 'links', minPosition: '3', asOf: '2021-09-15', knownAt: 'position:31', limit: '100' };
    expect(cursorFor({ ...others, entity: 'a' })).toBe(cursor);
  });

  it('lets how long to wait be said anew', () => {
    const cursor = cursorFor({ entity: 'a' });
    expect(pages.open('state', { cursor, minPosition: '40' }).query).toEqual({ entity: 'a', minPosition: '40' });
  });

  it('comes alone, or with the same parameters', () => {
    const cursor = cursorFor({ entity: 'a', limit: '7' });
    expect(refusal(() => pages.open('state', { cursor, entity: 'a', limit: '7' }))).toBeUndefined();
    expect(refusal(() => pages.open('state', { cursor, asOf: '2021-09-15' }))).toBeUndefined();
    for (const other of [{ entity: 'b' }, { predicate: 'links' }, { asOf: '2021-09-16' }, { constructor: 'x' }]) {
      expect(refusal(() => pages.open('state', { cursor, ...other } as never))).toBe('invalid-parameter');
    }
    expect(refusal(() => pages.open('timeline', { cursor }))).toBe('invalid-parameter');
  });

  it('of another log or other rules is stale', () => {
    const cursor = cursorFor({});
    expect(refusal(() => new Pages('log-2').open('state', { cursor }))).toBe('stale-cursor');
    const older = encoded({ ...decoded(cursor), rules: 0 });
    expect(refusal(() => pages.open('state', { cursor: older }))).toBe('stale-cursor');
  });

  it.each([
    [{ after: [] }],
    [{ after: [5] }],
    [{ after: ['a', 'b'] }],
    [{ limit: 0 }],
    [{ limit: 1.5 }],
    [{ limit: 1001 }],
    [{ day: 'today' }],
    [{ day: 1e9 }],
    [{ position: -1 }],
    [{ position: 0.5 }],
    [{ filter: null }],
    [{ filter: { entity: 5 } }],
    [{ list: 'constructor' }],
    [{ log: undefined }],
  ])('with %j is none', (forgery) => {
    const cursor = encoded({ ...decoded(cursorFor({})), ...forgery });
    expect(refusal(() => pages.open('state', { cursor }))).toBe('invalid-parameter');
  });
});
