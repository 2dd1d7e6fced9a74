import type { Day } from '../src/time/day.js';
import type { DateRange } from '../src/time/edtf.js';

/** Worlds, looked at one by one. */

/** One day for each node. */
export type World = ReadonlyMap<string, Day>;
export type Ranges = ReadonlyMap<string, DateRange>;

/** The day of `later` minus that of `earlier` lies between the two numbers; null is no bound. */
export interface Bond {
  readonly later: string;
  readonly earlier: string;
  readonly atLeast: number;
  readonly atMost: number | null;
}

/** Some nodes, then every node that bonds connect with them. */
export function connectedWith(some: readonly string[], bonds: readonly Bond[]): readonly string[] {
  const nodes = new Set(some);
  for (const node of nodes) {
    for (const { later, earlier } of bonds) {
      if (node === later) nodes.add(earlier);
      if (node === earlier) nodes.add(later);
    }
  }
  return [...nodes];
}

/** Every choice of days for some nodes that goes with at least one choice of days for all that are connected. */
export function worldsOf(some: readonly string[], ranges: Ranges, bonds: readonly Bond[]): Generator<World> {
  const nodes = connectedWith(some, bonds);
  const distinct = new Set(some).size;
  return worldsFrom(0, new Map());

  function* worldsFrom(index: number, chosen: World): Generator<World> {
    const node = nodes[index];
    if (node === undefined) return yield chosen;
    const { earliest, latest } = ranges.get(node) as DateRange;
    const own = bonds.filter(({ later, earlier }) => later === node || earlier === node);
    for (let day = earliest; day <= latest; day++) {
      const world = new Map(chosen).set(node, day);
      if (!own.every((bond) => holds(bond, world))) continue;
      for (const found of worldsFrom(index + 1, world)) {
        yield found;
        if (index >= distinct) return;
      }
    }
  }
}

/** Whether a bond holds as far as days have been chosen. */
function holds({ later, earlier, atLeast, atMost }: Bond, world: World): boolean {
  const [to, from] = [world.get(later), world.get(earlier)];
  if (to === undefined || from === undefined) return true;
  return to - from >= atLeast && (atMost === null || to - from <= atMost);
}

/** Whether the group of a node has a world. */
export const hasWorld = (node: string, ranges: Ranges, bonds: readonly Bond[]): boolean =>
  !worldsOf([node], ranges, bonds).next().done;
