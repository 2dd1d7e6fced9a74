import { setImmediate as nextTurn } from 'node:timers/promises';
import { courseOf } from '../../../projections/law/course.js';
import type { Knowledge } from '../../../projections/law/knowledge.js';
import { type Day, formatDay } from '../../time/day.js';
import { type FactItem, verdictOf } from '../fact-item.js';

/** Days of valid time in a row on which a fact is the same, on the same grounds. */
export interface ValidSpan extends Pick<FactItem, 'certainty' | 'value' | 'values' | 'because' | 'contradiction'> {
  /** The first and the last of the days: 0001-01-01 and 9999-12-31, where the calendar begins and ends, are no bounds. */
  readonly from: string;
  readonly to: string;
}

/** Days asked about, both among them. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

const NOTHING: Knowledge = { assertions: [], nodes: [], bonds: [] };

/**
 * What a fact is over some days, each of them in one span.
 * @param knowledge undefined where nothing is known about it: it is unrecorded on all of them
 */
export async function* validSpans(
  knowledge: Knowledge | undefined,
  { from: first, to: last }: Days,
): AsyncGenerator<ValidSpan> {
  let current: { readonly from: Day; readonly verdict: Verdict; readonly text: string } | undefined;
  for (const { from, judgement } of courseOf(knowledge ?? NOTHING, first, last)) {
    const { since: _, ...verdict } = verdictOf(judgement);
    const text = JSON.stringify(verdict);
    if (current?.text !== text) {
      if (current) yield spanOf(current.verdict, current.from, from - 1);
      current = { from, verdict, text };
    }
    // Among hundreds of connected dates one stretch takes some milliseconds: other requests get their turn.
    await nextTurn();
  }
  if (current) yield spanOf(current.verdict, current.from, last);
}

type Verdict = Omit<ValidSpan, 'from' | 'to'>;

const spanOf = (verdict: Verdict, from: Day, to: Day): ValidSpan => ({
  from: formatDay(from),
  to: formatDay(to),
  ...verdict,
});
