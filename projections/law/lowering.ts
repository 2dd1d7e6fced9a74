import type { Day } from '../../src/time/day.js';
import type { Bond, Knowledge, Node } from './knowledge.js';

/**
 * Greatest and least solutions of ranges and bonds. Every constraint here is closed under pointwise maximum (and
 * minimum), so lowering from the latest days finds a solution whenever there is one.
 */

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

/** The latest day each node can have happened on, in worlds that satisfy the bonds; undefined if there is no world. */
export function latestDays(nodes: readonly Node[], bonds: readonly Bond[]): readonly Day[] | undefined {
  const days = nodes.map((node) => node.latest);
  for (let round = 0; lowerByBonds(days, bonds); round++) {
    if (round > nodes.length || belowEarliest(days, nodes)) return undefined;
  }
  return belowEarliest(days, nodes) ? undefined : days;
}

/** The earliest day each node can have happened on: the mirror image of `latestDays`. */
export function earliestDays(nodes: readonly Node[], bonds: readonly Bond[]): readonly Day[] | undefined {
  const mirrored = nodes.map((node) => ({ ...node, earliest: -node.latest, latest: -node.earliest }));
  const turned = bonds.map((bond) => ({ ...bond, later: bond.earlier, earlier: bond.later }));
  return latestDays(mirrored, turned)?.map((day) => -day || 0);
}

/**
 * Whether some world has the value of `assertions[chosen]` on `day`: put the chosen node at `day` at most, lower every
 * other assertion that has come due to the chosen one (a day before it if it would win the tie), until nothing moves.
 */
export function isPossible({ assertions, nodes, bonds }: Knowledge, chosen: number, day: Day): boolean {
  const days = nodes.map((node) => node.latest);
  const self = assertions[chosen]?.node as number;
  lower(days, self, day);
  const due = new Set<number>();
  // Without a newly due assertion the constraints are fixed, and more rounds than nodes mean a contradictory cycle.
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
