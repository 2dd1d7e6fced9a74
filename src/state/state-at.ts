import type { Summand } from '../../projections/law/totals.js';
import type { Sql } from '../../projections/projection.js';
import type { Moment } from '../answers/moment.js';
import type { Day } from '../time/day.js';
import { type FactItem, factItem } from './fact-item.js';
import { type FactFilter, type KnownFact, knownFacts } from './fact-reader.js';

/** The predicate whose amounts are added up. */
const SUMMED = 'penalty';

/** A fact that something is recorded about, and what it adds to the totals. */
export interface Held {
  readonly item: FactItem;
  readonly summand?: Summand;
}

/** The facts that are so, or may be, at a moment: by key, after `afterKey`. */
export function* heldFacts(sql: Sql, filter: FactFilter, { day, position }: Moment, afterKey = ''): Generator<Held> {
  for (const known of knownFacts(sql, filter, position, afterKey)) {
    const { item, judgement } = factItem(known, day);
    if (item.certainty === 'unrecorded') continue;
    yield known.predicate === SUMMED ? { item, summand: summand(known, judgement.values, day) } : { item };
  }
}

/** What the totals of a filter add up: of the whole filter, not of a page. */
export function summandsIn(sql: Sql, filter: FactFilter, moment: Moment): readonly Summand[] {
  if (filter.predicate !== undefined && filter.predicate !== SUMMED) return [];
  const held = [...heldFacts(sql, { ...filter, predicate: SUMMED }, moment)];
  return held.flatMap((each) => each.summand ?? []);
}

function summand({ knowledge, groups, predicate, subject }: KnownFact, values: Summand['values'], day: Day): Summand {
  const due = knowledge.assertions.filter(({ node }) => (knowledge.nodes[node]?.earliest ?? day) <= day);
  const currencies = due.flatMap(({ value }) => (typeof value === 'string' ? [] : [value.currency]));
  return { predicate, subject, values, currencies: [...new Set(currencies)], groups };
}
