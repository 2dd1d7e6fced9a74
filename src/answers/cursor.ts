import { jcs } from '../event-store/canonical.js';
import { Refusal } from '../refusal.js';
import { MAX_DAY, MIN_DAY } from '../time/day.js';
import type { Moment } from './moment.js';

/** Parameters as they were sent. */
export type Query = Readonly<Record<string, string>>;

/** Values of the columns an order goes by, of the last item of a page. */
export type LastKey = readonly (string | number)[];

/** Every list there is, with what the columns are that its order goes by. */
const LISTS = {
  state: ['string'],
  diff: ['string'],
  changes: ['string'],
  timeline: ['number', 'number', 'number'],
  news: ['number'],
  entities: ['string'],
  matters: ['string'],
  backdated: ['number'],
  // Of one fact each: its key comes first.
  assertions: ['string', 'number', 'number', 'number'],
  'fact-timeline': ['string', 'number'],
  'fact-history': ['string', 'number'],
} as const;
export type List = keyof typeof LISTS;

/** What the parameters begin with that say where an answer is given: it may be about two points, the last one first. */
const POINTS: Partial<Record<List, readonly [last: string, first: string]>> = { diff: ['to.', 'from.'] };
export const pointsOf = (list: List): readonly [last: string, first?: string] => POINTS[list] ?? [''];

/** A point that is resolved. */
export type Point = Pick<Moment, 'day' | 'position'>;

/** Where a list goes on: the resolved coordinates, the filter and the last key, never an offset. */
interface Cursor extends Point {
  readonly log: string;
  readonly rules: number;
  readonly list: List;
  /** Without coordinates, which are there as resolved: the same page has one cursor, however it was asked for. */
  readonly filter: Query;
  readonly limit: number;
  readonly from?: Point;
  readonly after: LastKey;
}

/** A limit as it is written. */
export const LIMIT = /^([1-9]\d{0,2}|1000)$/;

/** The refusal of what is no cursor, or not of this list. */
export const garbage = (why: string): Refusal =>
  new Refusal('invalid-parameter', `cursor: this is not a cursor of this list: ${why}.`, { parameter: 'cursor' });

/** @throws {Refusal} invalid-parameter unless it reads as a cursor */
export function decode(text: string): Cursor {
  const bytes = Buffer.from(text, 'base64url');
  let cursor: unknown;
  try {
    cursor = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw garbage('it does not read as one');
  }
  // Decoding skips what is not base64url, so a text that was damaged can read as one all the same.
  if (!isCursor(cursor) || bytes.toString('base64url') !== text) throw garbage('it does not read as one');
  return cursor;
}

export const encode = (cursor: Cursor): string => Buffer.from(jcs(cursor)).toString('base64url');

const isBetween = (value: unknown, low: number, high: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high;

const isPoint = (value: Partial<Point> | null): value is Point =>
  isBetween(value?.day, MIN_DAY, MAX_DAY) && isBetween(value?.position, 0, Number.MAX_SAFE_INTEGER);

const isList = (value: unknown): value is List => typeof value === 'string' && Object.hasOwn(LISTS, value);

function isCursor(value: unknown): value is Cursor {
  if (typeof value !== 'object' || value === null) return false;
  const { log, rules, list, filter, limit, from, after } = value as Partial<Cursor>;
  return (
    typeof log === 'string' &&
    typeof rules === 'number' &&
    isList(list) &&
    typeof filter === 'object' &&
    filter !== null &&
    Object.values(filter).every((each) => typeof each === 'string') &&
    LIMIT.test(String(limit)) &&
    isPoint(value) &&
    (list in POINTS ? from !== undefined && isPoint(from) : from === undefined) &&
    Array.isArray(after) &&
    after.length === LISTS[list].length &&
    after.every((each, index) => typeof each === LISTS[list][index])
  );
}
