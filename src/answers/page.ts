import { RULES } from '../../projections/rules.js';
import { jcs } from '../event-store/canonical.js';
import { Refusal } from '../refusal.js';
import { parseCoordinates } from '../time/coordinates.js';
import { MAX_DAY, MIN_DAY } from '../time/day.js';
import type { Asked, Moment } from './moment.js';

/** Parameters as they were sent. */
export type Query = Readonly<Record<string, string>>;

/** Values of the columns an order goes by, of the last item of a page. */
export type LastKey = readonly (string | number)[];

/** Every list there is, with what the columns are that its order goes by. */
const LISTS = {
  state: ['string'],
  timeline: ['number', 'number', 'number'],
  entities: ['string'],
  matters: ['string'],
  backdated: ['number'],
  // Of one fact each: its key comes first.
  assertions: ['string', 'number', 'number', 'number'],
  'fact-timeline': ['string', 'number'],
  'fact-history': ['string', 'number'],
} as const;
type List = keyof typeof LISTS;

/** A page as it was asked for: the parameters but cursor and limit, and where to go on if a cursor was sent. */
export interface Page {
  readonly query: Query;
  readonly limit: number;
  readonly coordinates?: Asked;
  readonly after?: LastKey;
}

interface Cursor {
  readonly log: string;
  readonly rules: number;
  readonly list: List;
  /** Without coordinates, which are there as resolved: the same page has one cursor, however it was asked for. */
  readonly filter: Query;
  readonly limit: number;
  readonly day: number;
  readonly position: number;
  readonly after: LastKey;
}

const DEFAULT_LIMIT = 100;
const LIMIT = /^([1-9]\d{0,2}|1000)$/;

/** Cursors of one log: they hold the resolved coordinates, the filter and the last key, never an offset. */
export class Pages {
  constructor(private readonly log: string) {}

  /**
   * Reads `cursor` and `limit`. A cursor comes alone or with the parameters it was given for.
   * @param list which list it is, so that a cursor of another one is noticed
   * @throws {Refusal} invalid-parameter, stale-cursor
   */
  open(list: List, sent: Query): Page {
    const repeated = Object.keys(sent).find((name) => typeof sent[name] !== 'string');
    if (repeated !== undefined) {
      throw new Refusal('invalid-parameter', `${repeated}: give it once.`, { parameter: repeated });
    }
    const { cursor: text, limit, ...query } = sent;
    if (text === undefined) return { query, limit: limitOf(limit) };
    const { log, rules, ...cursor } = decode(text);
    if (log !== this.log || rules !== RULES) {
      throw new Refusal(
        'stale-cursor',
        'This cursor is of another log or of another version of the rules. Start from the first page.',
      );
    }
    if (cursor.list !== list) throw garbage('it is of another list');
    const { asOf, knownAt, minPosition, ...filter } = query;
    const asked = parseCoordinates({ asOf, knownAt });
    const differing =
      asked.asOf === undefined || asked.asOf === cursor.day
        ? Object.keys(filter).find((name) => filter[name] !== cursor.filter[name])
        : 'asOf';
    if (differing !== undefined)
      throw garbage(`it was given for another "${differing}"; send it alone or with the same parameters`);
    return {
      query: { ...cursor.filter, ...(minPosition !== undefined && { minPosition }) },
      limit: limit === undefined ? cursor.limit : limitOf(limit),
      coordinates: { asOf: cursor.day, knownAt: { position: cursor.position }, sameAs: asked.knownAt },
      after: cursor.after,
    };
  }

  /** The cursor of the page after `after`. */
  next(list: List, { query, limit }: Page, { day, position }: Moment, after: LastKey): string {
    const { asOf: _, knownAt: __, minPosition: ___, ...filter } = query;
    const cursor: Cursor = { log: this.log, rules: RULES, list, filter, limit, day, position, after };
    return Buffer.from(jcs(cursor)).toString('base64url');
  }
}

/**
 * Where a list of one fact goes on.
 * @throws {Refusal} invalid-parameter where the cursor is of another fact
 */
export function afterOf(fact: string, { after }: Page): readonly number[] | undefined {
  if (after === undefined) return undefined;
  const [of, ...last] = after;
  if (of !== fact) throw garbage('it is of another fact');
  return last as readonly number[];
}

const garbage = (why: string): Refusal =>
  new Refusal('invalid-parameter', `cursor: this is not a cursor of this list: ${why}.`, { parameter: 'cursor' });

function limitOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  if (LIMIT.test(text)) return Number(text);
  throw new Refusal('invalid-parameter', `limit: write a whole number from 1 to 1000, not "${text}".`, {
    parameter: 'limit',
  });
}

function decode(text: string): Cursor {
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

const isBetween = (value: unknown, low: number, high: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high;

const isList = (value: unknown): value is List => typeof value === 'string' && Object.hasOwn(LISTS, value);

function isCursor(value: unknown): value is Cursor {
  if (typeof value !== 'object' || value === null) return false;
  const { log, rules, list, filter, limit, day, position, after } = value as Partial<Cursor>;
  return (
    typeof log === 'string' &&
    typeof rules === 'number' &&
    isList(list) &&
    typeof filter === 'object' &&
    filter !== null &&
    Object.values(filter).every((each) => typeof each === 'string') &&
    LIMIT.test(String(limit)) &&
    isBetween(day, MIN_DAY, MAX_DAY) &&
    isBetween(position, 0, Number.MAX_SAFE_INTEGER) &&
    Array.isArray(after) &&
    after.length === LISTS[list].length &&
    after.every((each, index) => typeof each === LISTS[list][index])
  );
}
