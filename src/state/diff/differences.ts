import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Summand } from '../../../projections/law/totals.js';
import type { Sql } from '../../../projections/projection.js';
import type { Moment } from '../../answers/moment.js';
import { type FactItem, named, type Verdict } from '../fact-item.js';
import type { FactFilter } from '../fact-reader.js';
import { SUMMED, summand } from '../state-at.js';
import { compare, differs, type Judged, staysSo, verdictAt } from './comparison.js';
import { type FactPair, factPairs } from './fact-pairs.js';
import { type Responsible, responsibleFor } from './responsible.js';

/** A fact whose answer is another one at the other point, and because of which developments. */
export interface Difference extends Pick<FactItem, 'fact' | 'predicate' | 'subject' | 'object'> {
  readonly before: Verdict;
  readonly after: Verdict;
  readonly because: readonly Responsible[];
}

/**
 * The differences among facts, which come a handful at a time. Other requests get their turn in between, and events may
 * be recorded: what the views hold for positions that they have reached never changes.
 */
export async function* differencesAmong(
  sql: Sql,
  pairs: Iterable<readonly FactPair[]>,
  from: Moment,
  to: Moment,
): AsyncGenerator<Difference> {
  for (const handful of pairs) {
    for (const pair of handful) {
      if (staysSo(pair, from, to)) continue;
      const comparison = compare(sql, pair, from, to);
      if (!differs(comparison)) continue;
      yield {
        ...named(pair),
        before: verdictAt(comparison.before),
        after: verdictAt(comparison.after),
        because: responsibleFor(sql, comparison, from, to),
      };
      // To find out why may take as long as a handful of facts.
      await nextTurn();
    }
    await nextTurn();
  }
}

/** The first differences, and whether there are more. */
export async function pageOfDifferences(
  differences: AsyncIterable<Difference>,
  limit: number,
): Promise<{ readonly facts: readonly Difference[]; readonly more: boolean }> {
  const facts: Difference[] = [];
  for await (const difference of differences) {
    if (facts.length === limit) return { facts, more: true };
    facts.push(difference);
  }
  return { facts, more: false };
}

/** The summands of both points' totals, of the facts that match a filter at either. */
export async function summandsAtBoth(
  sql: Sql,
  filter: FactFilter,
  from: Moment,
  to: Moment,
): Promise<readonly [before: readonly Summand[], after: readonly Summand[]]> {
  const both: [Summand[], Summand[]] = [[], []];
  if (filter.predicate !== undefined && filter.predicate !== SUMMED) return both;
  for (const handful of factPairs(sql, { ...filter, predicate: SUMMED }, from.position, to.position, '')) {
    for (const pair of handful) {
      const { before, after } = compare(sql, pair, from, to);
      if (isHeld(before)) both[0].push(summand({ ...pair, ...before }, before.judgement, from.day));
      if (isHeld(after)) both[1].push(summand({ ...pair, ...after }, after.judgement, to.day));
    }
    await nextTurn();
  }
  return both;
}

const isHeld = (judged: Judged | undefined): judged is Judged => verdictAt(judged).certainty !== 'unrecorded';
