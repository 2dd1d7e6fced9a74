import { type Day, MAX_DAY } from '../../src/time/day.js';
import type { Assertion, Bond, Node } from './knowledge.js';
import { earliestOf, latestOf, lower } from './lowering.js';
import type { Tightened } from './tighten.js';

/** Why an assertion counts in no world, though it may have come. */
export interface RuledOut {
  /** Places of assertions, one or another of which has come after it in every world. */
  readonly by: readonly number[];
  /** What shows it beside the days that bonds leave. */
  readonly bonds: readonly Bond[];
}

/** Why a node was lowered at one time; what lowered it may have been lowered again since. */
interface Why {
  readonly node: number;
  /** It has come by the day, and is as late as it may be where it has not come after the one looked at. */
  readonly capped: boolean;
  readonly bond?: Bond;
  readonly before?: Why | undefined;
}

/**
 * What keeps an assertion that may have come by `day` from counting then.
 * @param place that of an assertion which is not possible on that day
 */
export function ruledOut(day: Day, assertions: readonly Assertion[], tightened: Tightened, place: number): RuledOut {
  const single = ruledOutByRanges(day, assertions, tightened.nodes, place);
  return single === undefined ? ruledOutByBonds(day, assertions, tightened, place) : { by: [single], bonds: [] };
}

/** The first to have certainly come, of those that come after it wherever it is. */
function ruledOutByRanges(
  day: Day,
  assertions: readonly Assertion[],
  nodes: readonly Node[],
  place: number,
): number | undefined {
  const rangeOf = (at: number): Node => nodes[(assertions[at] as Assertion).node] as Node;
  const chosen = Math.min(day, rangeOf(place).latest);
  let first: number | undefined;
  for (let other = 0; other < assertions.length; other++) {
    const { earliest, latest } = rangeOf(other);
    const wins = latest <= day && (earliest > chosen || (earliest === chosen && other > place));
    if (wins && (first === undefined || latest < rangeOf(first).latest)) first = other;
  }
  return first;
}

/** Lowers as the law does, and follows back what brought a node below its earliest day. */
function ruledOutByBonds(
  day: Day,
  assertions: readonly Assertion[],
  { nodes, network }: Tightened,
  place: number,
): RuledOut {
  const self = (assertions[place] as Assertion).node;
  const days = latestOf(nodes);
  const floors = earliestOf(nodes);
  const caps: Day[] = nodes.map(() => MAX_DAY);
  const chosen = Math.min(day, days[self] as Day);
  const placeOf = new Map<number, number>();
  for (const [other, { node }] of assertions.entries()) {
    placeOf.set(node, other);
    caps[node] = other > place ? chosen - 1 : chosen;
  }
  days[self] = chosen;
  floors[self] = chosen;
  const moved = [self];
  const whys: (Why | undefined)[] = [];
  for (const { node } of assertions) {
    const cap = caps[node] as Day;
    if (node === self || (days[node] as Day) > day || (days[node] as Day) <= cap) continue;
    days[node] = cap;
    whys[node] = { node, capped: true };
    moved.push(node);
  }
  let fallen: Why | undefined;
  lower(network, moved, {
    days,
    floors,
    due: { day, caps },
    onMove: ({ by, of, apart, bond }) => {
      const why: Why = { node: of, capped: (days[of] as Day) < (days[by] as Day) + apart, bond, before: whys[by] };
      whys[of] = why;
      if ((days[of] as Day) < (floors[of] as Day)) fallen = why;
      return fallen === undefined;
    },
  });

  const bonds = new Set<Bond>();
  const by = new Set<number>();
  for (let why = fallen; why; why = why.before) {
    if (why.capped) by.add(placeOf.get(why.node) as number);
    if (why.bond) bonds.add(why.bond);
  }
  return { by: [...by].sort((a, b) => a - b), bonds: [...bonds] };
}
