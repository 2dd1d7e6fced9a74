import type { Bond, Knowledge, Node } from '../../../projections/law/knowledge.js';
import type { Day } from '../../../src/time/day.js';

/** Lowering as the law says it, bond by bond and round by round: slow, and short enough to be seen to be right. */

type Days = Day[];

function lower(days: Days, node: number, limit: Day): boolean {
  const day = days[node] as Day;
  if (day <= limit) return false;
  days[node] = limit;
  return true;
}

function lowerByBonds(days: Days, bonds: readonly Bond[]): boolean {
  let moved = false;
  for (const { later, earlier, atLeast, atMost } of bonds) {
    if (lower(days, earlier, (days[later] as Day) - atLeast)) moved = true;
    if (atMost !== null && lower(days, later, (days[earlier] as Day) + atMost)) moved = true;
  }
  return moved;
}

const belowEarliest = (days: Days, nodes: readonly Node[]): boolean =>
  nodes.some((node, index) => (days[index] as Day) < node.earliest);

/** The greatest solution of ranges and bonds, if there is one. */
export function literallyLatest(nodes: readonly Node[], bonds: readonly Bond[]): readonly Day[] | undefined {
  const days = nodes.map((node) => node.latest);
  for (let round = 0; lowerByBonds(days, bonds); round++) {
    if (round > nodes.length || belowEarliest(days, nodes)) return undefined;
  }
  return belowEarliest(days, nodes) ? undefined : days;
}

/** Whether an assertion counts on a day in some world, starting from the ranges as they were stated. */
export function literallyPossible({ assertions, nodes, bonds }: Knowledge, chosen: number, day: Day): boolean {
  const days = nodes.map((node) => node.latest);
  const self = assertions[chosen]?.node as number;
  lower(days, self, day);
  const due = new Set<number>();
  // Without a newly due assertion the constraints are fixed, and more rounds than nodes mean a contradictory ring.
  for (let idleRounds = 0; idleRounds <= nodes.length + 1; idleRounds++) {
    let moved = lowerByBonds(days, bonds);
    for (const [index, { node }] of assertions.entries()) {
      if (index === chosen || (days[node] as Day) > day) continue;
      if (!due.has(index)) {
        due.add(index);
        idleRounds = 0;
      }
      if (lower(days, node, (days[self] as Day) - (index > chosen ? 1 : 0))) moved = true;
    }
    if (belowEarliest(days, nodes)) return false;
    if (!moved) return true;
  }
  return false;
}
