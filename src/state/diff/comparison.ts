import { type Judgement, judge } from '../../../projections/law/judge.js';
import { type Tightened, tighten } from '../../../projections/law/tighten.js';
import type { Sql } from '../../../projections/projection.js';
import type { Moment } from '../../answers/moment.js';
import type { Day } from '../../time/day.js';
import { UNRECORDED, type Verdict, verdictOf } from '../fact-item.js';
import { type AssertionRow, type Known, knowledgeOf } from '../knowledge-of.js';
import type { FactPair } from './fact-pairs.js';

/** A fact about which something is known, judged on a day. */
export interface Judged extends Known {
  readonly day: Day;
  readonly tightened: Tightened;
  readonly judgement: Judgement;
}

/** A fact at two points, undefined where nothing was known about it. */
export interface Comparison {
  readonly pair: FactPair;
  readonly before: Judged | undefined;
  readonly after: Judged | undefined;
}

export const verdictAt = (judged: Judged | undefined): Verdict => (judged ? verdictOf(judged.judgement) : UNRECORDED);

/** A fact judged at two points. */
export function compare(sql: Sql, pair: FactPair, from: Moment, to: Moment): Comparison {
  const before = judgedAt(knownFrom(sql, pair.before, from.position), from.day);
  if (!isSettled(pair, from, to)) {
    return { pair, before, after: judgedAt(knownFrom(sql, pair.after, to.position), to.day) };
  }
  if (!before || from.day === to.day) return { pair, before, after: before };
  const { tightened, knowledge } = before;
  return { pair, before, after: { ...before, day: to.day, judgement: judge(knowledge, to.day, tightened) } };
}

/** Whether the answers are the same, as can be said without a judgement: no day of the fact begins or ends between. */
export function staysSo(pair: FactPair, from: Moment, to: Moment): boolean {
  const [first, last] = [Math.min(from.day, to.day), Math.max(from.day, to.day)];
  const isBetween = (day: Day): boolean => first <= day && day <= last;
  return (
    isSettled(pair, from, to) &&
    pair.before.every(
      ({ bound, earliest, latest }) => bound === 0 && (first === last || !(isBetween(earliest) || isBetween(latest))),
    )
  );
}

/** Whether the fact's answer is another one at the other point. */
export const differs = ({ before, after }: Comparison): boolean =>
  before !== after && JSON.stringify(verdictAt(before)) !== JSON.stringify(verdictAt(after));

/** Whether it goes without saying that the same is known of it at both positions. */
function isSettled({ before, after }: FactPair, from: Moment, to: Moment): boolean {
  if (from.position === to.position) return true;
  const isSame = (row: AssertionRow, place: number): boolean => row === after[place] && row.bound === 0;
  return before.length === after.length && before.every(isSame);
}

function knownFrom(
  sql: Sql,
  rows: readonly AssertionRow[],
  position: number,
): (Known & Pick<Judged, 'tightened'>) | undefined {
  if (rows.length === 0) return undefined;
  const known = knowledgeOf(sql, rows, position);
  return { ...known, tightened: tighten(known.knowledge.nodes, known.knowledge.bonds) };
}

function judgedAt(known: ReturnType<typeof knownFrom>, day: Day): Judged | undefined {
  return known && { ...known, day, judgement: judge(known.knowledge, day, known.tightened) };
}
