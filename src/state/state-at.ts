import type { Judgement } from '../../projections/law/judge.js';
import type { Summand } from '../../projections/law/totals.js';
import type { Sql } from '../../projections/projection.js';
import type { Moment } from '../answers/moment.js';
import { Work } from '../answers/work.js';
import type { Day } from '../time/day.js';
import { type FactItem, factItem } from './fact-item.js';
import { type FactFilter, type KnownFact, knownFacts } from './fact-reader.js';

/** The predicate whose amounts are added up. */
export const SUMMED = 'penalty';

/** A fact that something is recorded about, and what it adds to the totals. */
export interface Held {
  readonly item: FactItem;
  readonly summand?: Summand;
}

/** How many facts are judged at most before other requests get their turn, however little is said of them. */
const AT_ONCE = 128;

/**
 * The facts that are so, or may be, at a moment: by key, after `afterKey`, a handful at a time. Other requests get
 * their turn in between, and events may be recorded: what the views hold for a position that they have reached never
 * changes, so all of it is still of one moment.
 */
export async function* heldFacts(
  sql: Sql,
  filter: FactFilter,
  { day, position }: Moment,
  afterKey = '',
  atOnce = AT_ONCE,
): AsyncGenerator<readonly Held[]> {
  let handful: Held[] = [];
  let judged = 0;
  const work = new Work();
  for (const known of knownFacts(sql, filter, position, afterKey)) {
    const { item, judgement } = factItem(known, day);
    judged += 1;
    if (item.certainty !== 'unrecorded') {
      handful.push(known.predicate === SUMMED ? { item, summand: summand(known, judgement, day) } : { item });
    }
    const isLong = work.judged(known.knowledge.assertions.length);
    if (!isLong && judged < Math.min(atOnce, AT_ONCE)) continue;
    if (handful.length > 0) yield handful;
    handful = [];
    judged = 0;
    await work.rest();
  }
  if (handful.length > 0) yield handful;
}

/** What the totals of a filter add up: of the whole filter, not of a page. */
export async function summandsIn(sql: Sql, filter: FactFilter, moment: Moment): Promise<readonly Summand[]> {
  if (filter.predicate !== undefined && filter.predicate !== SUMMED) return [];
  const summands: Summand[] = [];
  for await (const handful of heldFacts(sql, { ...filter, predicate: SUMMED }, moment)) {
    for (const { summand } of handful) if (summand) summands.push(summand);
  }
  return summands;
}

/** What a fact that is judged adds to the totals. */
export function summand(
  { knowledge, groups, predicate, subject }: Pick<KnownFact, 'knowledge' | 'groups' | 'predicate' | 'subject'>,
  { values, ranges }: Judgement,
  day: Day,
): Summand {
  const due = knowledge.assertions.filter(({ node }) => (ranges[node]?.earliest ?? day) <= day);
  const currencies = due.flatMap(({ value }) => (typeof value === 'string' ? [] : [value.currency]));
  return { predicate, subject, values, currencies: [...new Set(currencies)], groups };
}
