import { courseOf } from '../../projections/law/course.js';
import { jcs } from '../event-store/canonical.js';
import type { KnownFact } from '../state/fact-reader.js';
import { type Day, MIN_DAY } from '../time/day.js';

/** Days from `from` on, until the next of them. */
interface Stretch {
  readonly from: Day;
  readonly values: string;
}

const UNRECORDED = jcs([null]);

/** The first day, not after `until`, on which a fact has other values by one knowledge of it than by another. */
export function firstDayOtherwise(
  before: KnownFact | undefined,
  after: KnownFact | undefined,
  until: Day,
): Day | undefined {
  const [was, is] = [stretchesOf(before, until), stretchesOf(after, until)];
  const turns = [...new Set([...was, ...is].map(({ from }) => from))].sort((a, b) => a - b);
  return turns.find((day) => valuesOn(was, day) !== valuesOn(is, day));
}

function stretchesOf(fact: KnownFact | undefined, until: Day): readonly Stretch[] {
  if (!fact) return [{ from: MIN_DAY, values: UNRECORDED }];
  return [...courseOf(fact.knowledge, MIN_DAY, until)].map(({ from, judgement }) => ({
    from,
    values: jcs([...judgement.values]),
  }));
}

const valuesOn = (stretches: readonly Stretch[], day: Day): string | undefined =>
  stretches.findLast(({ from }) => from <= day)?.values;
