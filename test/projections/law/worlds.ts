import type { Assertion, Bond, Node } from '../../../projections/law/knowledge.js';
import type { Day } from '../../../src/time/day.js';

/** What holds of small pieces of knowledge, by looking at every world. */

export type World = readonly Day[];

/** Every choice of one day for each node that satisfies the bonds. */
export function worldsOf(nodes: readonly Node[], bonds: readonly Bond[]): readonly World[] {
  let worlds: World[] = [[]];
  for (const { earliest, latest } of nodes) {
    const days = Array.from({ length: latest - earliest + 1 }, (_, index) => earliest + index);
    worlds = worlds.flatMap((world) => days.map((day) => [...world, day]));
  }
  return worlds.filter((world) => bonds.every((bond) => satisfies(world, bond)));
}

function satisfies(world: World, { later, earlier, atLeast, atMost }: Bond): boolean {
  const apart = (world[later] as Day) - (world[earlier] as Day);
  return apart >= atLeast && (atMost === null || apart <= atMost);
}

/** The assertion that counts in a world on a day: the latest, and of one day the last in tie order. */
export function winner(world: World, assertions: readonly Assertion[], day: Day): Assertion | undefined {
  const date = ({ node: index }: Assertion): Day => world[index] as Day;
  const come = assertions.filter((each) => date(each) <= day);
  const last = Math.max(...come.map(date));
  return come.findLast((each) => date(each) === last);
}

/** The bonds that are left when those of connected groups without a world, or with a ring, are not counted. */
export function consistent(nodes: readonly Node[], bonds: readonly Bond[]): readonly Bond[] {
  return bonds.filter((bond) => {
    const group = new Set([bond.later]);
    for (let size = 0; size !== group.size; ) {
      size = group.size;
      for (const { later, earlier } of bonds) {
        if (group.has(later) || group.has(earlier)) group.add(later).add(earlier);
      }
    }
    const within = bonds.filter(({ later }) => group.has(later));
    return worldsOf(nodes, within).length > 0 && !goesRound(nodes, within);
  });
}

/** Whether a development comes after others in a row and those after it: taking away who comes after no one, some are left. */
function goesRound(nodes: readonly Node[], bonds: readonly Bond[]): boolean {
  let left = bonds.filter(({ later, earlier }) => nodes[later]?.development !== nodes[earlier]?.development);
  for (let size = -1; size !== left.length; ) {
    size = left.length;
    left = left.filter(({ earlier }) => left.some(({ later }) => later === earlier));
  }
  return left.length > 0;
}
