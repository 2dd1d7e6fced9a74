import fc from 'fast-check';
import type { Assertion, Bond, Knowledge, Node } from '../../../projections/law/knowledge.js';

/** Random pieces of knowledge. */

export const DAYS = 6;

interface Size {
  readonly nodes: number;
  readonly days: number;
  /** Days that a range has beyond its first. */
  readonly wide: number;
  /** Days that bonds have between their ends. */
  readonly apart: number;
}

const range = ({ days, wide }: Size): fc.Arbitrary<Omit<Node, 'development'>> =>
  fc
    .tuple(fc.nat(days - 1), fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.nat(wide) }))
    .map(([around, more]) => {
      const earliest = Math.max(0, around - Math.ceil(more / 2));
      return { earliest, latest: Math.min(earliest + more, days - 1) };
    });

const bondAmong = (count: number, { apart }: Size): fc.Arbitrary<Bond> =>
  fc
    .record({
      later: fc.nat(count - 1),
      earlier: fc.nat(count - 1),
      atLeast: fc.oneof(fc.constant(0), fc.nat(Math.ceil(apart / 2))),
      more: fc.option(fc.nat(apart), { nil: null }),
    })
    .map(({ later, earlier, atLeast, more }) => {
      return { later, earlier, atLeast, atMost: more === null ? null : atLeast + more };
    });

/** The bond, turned and loosened as far as it takes to hold in a world. */
function fitted(bond: Bond, world: readonly number[]): Bond {
  const [a, b] = [bond.later, bond.earlier].sort((a, b) => (world[b] as number) - (world[a] as number));
  const [later, earlier] = [a as number, b as number];
  const apart = (world[later] as number) - (world[earlier] as number);
  const { atLeast, atMost } = bond;
  return {
    later,
    earlier,
    atLeast: Math.min(atLeast, apart),
    atMost: atMost === null ? null : Math.max(atMost, apart),
  };
}

/**
 * Nodes, some of them of one development, bonds between any of them in any direction, and assertions of some of them.
 * Most networks are made to have a world; among the others are rings and contradictions.
 */
const networksOf = (size: Size): fc.Arbitrary<Knowledge> =>
  fc.noBias(
    fc.integer({ min: 1, max: size.nodes }).chain((count) => {
      const all = [...Array(count).keys()];
      const ofEach = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: count, maxLength: count });
      return fc
        .record({
          ranges: ofEach(range(size)),
          bonds: fc.array(bondAmong(count, size), { maxLength: count + 2 }),
          stated: fc.shuffledSubarray(all, { minLength: Math.ceil(count / 2) }),
          orders: fc.shuffledSubarray(all, { minLength: count }),
          world: fc.option(ofEach(fc.double({ min: 0, max: 0.999, noNaN: true })), { freq: 4 }),
        })
        .map(({ ranges, bonds, stated, orders, world }): Knowledge => {
          const developmentOf = (node: number): string => `dev-${node - (node % 2)}`;
          const days = world?.map((part, node) => {
            const { earliest, latest } = ranges[node] as Node;
            return earliest + Math.floor(part * (latest - earliest + 1));
          });
          const between = bonds.filter(({ later, earlier }) => later !== earlier);
          return {
            nodes: ranges.map((each, node) => ({ ...each, development: developmentOf(node) })),
            bonds: days ? between.map((bond) => fitted(bond, days)) : between,
            assertions: stated.map((node): Assertion => {
              const order = orders[node] as number;
              return { development: developmentOf(node), order, node, value: `value-${node}` };
            }),
          };
        });
    }),
  );

/** So small that every world can be looked at. */
export const networks: fc.Arbitrary<Knowledge> = networksOf({ nodes: 5, days: DAYS, wide: 4, apart: 2 });

/** Years wide, with more nodes than worlds can be looked at. */
export const LONG = 1_000;
export const wideNetworks: fc.Arbitrary<Knowledge> = networksOf({ nodes: 30, days: LONG, wide: 400, apart: 200 });
