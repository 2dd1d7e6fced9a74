import { type Day, MAX_DAY, MIN_DAY } from '../../src/time/day.js';
import { type Judgement, judge } from './judge.js';
import type { Assertion, Knowledge, Node } from './knowledge.js';
import { tighten } from './tighten.js';

/** Days in a row, both ends among them, on which a fact is judged the same; the next stretch may be alike, too. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly judgement: Judgement;
}

/**
 * What a fact is on every day of a range, judged on a few of them.
 *
 * With the days that bonds leave: before the last day an assertion may be on, it counts in a world that has it on the
 * day asked about itself and nothing there that wins the tie. What has to be kept off that day can give way by a day,
 * unless that day is its first; and only bonds, or its own last day, bring it there. So whether it counts changes on the
 * first and last days of the fact's assertions, and on the days after those, alone. From its own last day on it counts
 * while a world has it there and nothing since: once that has ended, it has ended for good. Hence between two of those
 * days assertions only drop out, and where as many count at both ends as the same ones count between.
 */
export function* courseOf(
  { assertions, nodes, bonds }: Knowledge,
  from: Day = MIN_DAY,
  to: Day = MAX_DAY,
): Generator<Stretch> {
  const tightened = tighten(nodes, bonds);
  const judgeOn = (day: Day): Judgement => judge({ assertions, nodes, bonds }, day, tightened);
  const isBound = tightened.network.order.length > 0;
  /** Only what has certainly come can drop out between turns, and never the last that counts. */
  const mayShrink = ({ because, values }: Judgement, day: Day): boolean =>
    isBound &&
    because.length > 1 &&
    values.at(-1) !== null &&
    because.some(({ node }) => (tightened.nodes[node] as Node).latest <= day);

  const turns = [...turnsOf(assertions, tightened.nodes, from, to), to + 1];
  let start = from;
  for (const turn of turns) {
    const end = turn - 1;
    let judgement = judgeOn(start);
    while (mayShrink(judgement, start)) {
      const kept = lastDayWith(judgement.because.length, start, end, judgeOn);
      if (kept === end) break;
      yield { from: start, to: kept, judgement };
      start = kept + 1;
      judgement = judgeOn(start);
    }
    yield { from: start, to: end, judgement };
    start = turn;
  }
}

/** Days after `from`, up to `to`, on which a fact may begin to be judged otherwise, in order. */
function turnsOf(assertions: readonly Assertion[], nodes: readonly Node[], from: Day, to: Day): readonly Day[] {
  const turns = new Set<Day>();
  for (const { node } of assertions) {
    const { earliest, latest } = nodes[node] as Node;
    for (const day of [earliest, earliest + 1, latest, latest + 1]) if (day > from && day <= to) turns.add(day);
  }
  return [...turns].sort((a, b) => a - b);
}

/** Of days between two turns the last on which still so many assertions count. */
function lastDayWith(counting: number, from: Day, to: Day, judgeOn: (day: Day) => Judgement): Day {
  const isSame = (day: Day): boolean => judgeOn(day).because.length === counting;
  if (isSame(to)) return to;
  let [same, other] = [from, to];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (isSame(middle)) same = middle;
    else other = middle;
  }
  return same;
}
