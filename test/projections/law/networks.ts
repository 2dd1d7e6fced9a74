import fc from 'fast-check';
import type { Assertion, Bond, Knowledge, Node } from '../../../projections/law/knowledge.js';
import type { Day } from '../../../src/time/day.js';

/** Small pieces of knowledge, and what holds of them by looking at every world. */

export const DAYS = 6;

const node: fc.Arbitrary<Omit<Node, 'development'>> = fc
  .tuple(fc.nat(DAYS - 1), fc.nat(3))
  .map(([earliest, more]) => ({ earliest, latest: Math.min(earliest + more, DAYS - 1) }));

const bondAmong = (count: number): fc.Arbitrary<Bond> =>
  fc.record({
    later: fc.nat(count - 1),
    earlier: fc.nat(count - 1),
    atLeast: fc.nat(2),
    atMost: fc.option(fc.nat(3), { nil: null }),
  });

/** Up to five nodes with up to five bonds, rings and contradictions among them; not every node is stated. */
export const networks: fc.Arbitrary<Knowledge> = fc.noBias(
  fc.integer({ min: 1, max: 5 }).chain((count) =>
    fc
      .record({
        nodes: fc.array(node, { minLength: count, maxLength: count }),
        bonds: fc.array(bondAmong(count), { maxLength: count }),
        stated: fc.shuffledSubarray([...Array(count).keys()], { minLength: 1 }),
        orders: fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
      })
      .map(({ nodes, bonds, stated, orders }) => ({
        nodes: nodes.map((each, index) => ({ ...each, development: `dev-${index}` })),
        bonds: bonds.filter(({ later, earlier }) => later !== earlier),
        assertions: stated.map((index): Assertion => {
          return { development: `dev-${index}`, order: orders[index] as number, node: index, value: `value-${index}` };
        }),
      })),
  ),
);

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
