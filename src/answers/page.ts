import { RULES } from '../../projections/rules.js';
import { Refusal } from '../refusal.js';
import { parseCoordinates } from '../time/coordinates.js';
import { decode, encode, garbage, type LastKey, LIMIT, type List, type Point, pointsOf, type Query } from './cursor.js';
import type { Asked, Moment } from './moment.js';

export type { LastKey, Query } from './cursor.js';

/** A page as it was asked for: the parameters but cursor and limit, and where to go on if a cursor was sent. */
export interface Page {
  readonly query: Query;
  readonly limit: number;
  readonly coordinates?: Asked;
  /** Those of the first point, of a list about two. */
  readonly from?: Asked;
  readonly after?: LastKey;
}

const DEFAULT_LIMIT = 100;

/** The pages of the lists of one log. */
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
    const { minPosition } = query;
    const filter = withoutCoordinates(list, query);
    const differing = Object.keys(filter).find((name) => filter[name] !== cursor.filter[name]);
    if (differing !== undefined) throw ofAnother(differing);
    const [last, first] = pointsOf(list);
    return {
      query: { ...cursor.filter, ...(minPosition !== undefined && { minPosition }) },
      limit: limit === undefined ? cursor.limit : limitOf(limit),
      coordinates: heldBy(cursor, query, last),
      ...(cursor.from && first !== undefined && { from: heldBy(cursor.from, query, first) }),
      after: cursor.after,
    };
  }

  /** The cursor of the page after `after`. */
  next(list: List, { query, limit }: Page, { day, position }: Moment, after: LastKey, from?: Moment): string {
    const filter = withoutCoordinates(list, query);
    const first = from && { from: { day: from.day, position: from.position } };
    return encode({ log: this.log, rules: RULES, list, filter, limit, day, position, ...first, after });
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

function withoutCoordinates(list: List, { minPosition: _, ...query }: Query): Query {
  const names = pointsOf(list).flatMap((prefix) => [`${prefix}asOf`, `${prefix}knownAt`]);
  return Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name)));
}

/** The coordinates that a cursor holds, those sent beside it being the same. @throws {Refusal} invalid-parameter */
function heldBy({ day, position }: Point, query: Query, prefix: string): Asked {
  const { asOf, knownAt } = parseCoordinates(
    { asOf: query[`${prefix}asOf`], knownAt: query[`${prefix}knownAt`] },
    prefix,
  );
  if (asOf !== undefined && asOf !== day) throw ofAnother(`${prefix}asOf`);
  return { asOf: day, knownAt: { position }, sameAs: knownAt };
}

const ofAnother = (parameter: string): Refusal =>
  garbage(`it was given for another "${parameter}"; send it alone or with the same parameters`);

function limitOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  if (LIMIT.test(text)) return Number(text);
  throw new Refusal('invalid-parameter', `limit: write a whole number from 1 to 1000, not "${text}".`, {
    parameter: 'limit',
  });
}
