import fc from 'fast-check';
import type { Assertion, Bond, Knowledge, Node } from '../../../projections/law/knowledge.js';

/** Random pieces of knowledge. */

export const DAYS = 6;

interface Size {
  readonly nodes: number;
  readonly days: number;
  /** Days that a range has beyond its first, and bonds have between their ends. */
  readonly more: number;
}

const range = ({ days, more }: Size): fc.Arbitrary<Omit<Node, 'development'>> =>
  fc
    .tuple(fc.nat(days - 1), fc.oneof(fc.constant(0), fc.nat(more), fc.nat(more)))
    .map(([earliest, wide]) => ({ earliest, latest: Math.min(earliest + wide, days - 1) }));

const bondAmong = (count: number, more: number): fc.Arbitrary<Bond> =>
  fc.record({
    later: fc.nat(count - 1),
    earlier: fc.nat(count - 1),
    atLeast: fc.oneof(fc.constant(0), fc.nat(Math.ceil(more / 2))),
    atMost: fc.option(fc.nat(more), { nil: null }),
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
 * Half of the networks are made to have a world; among the others are rings and contradictions.
 */
const networksOf = (size: Size): fc.Arbitrary<Knowledge> =>
  fc.noBias(
    fc.integer({ min: 1, max: size.nodes }).chain((count) => {
      const all = [...Array(count).keys()];
      return fc
        .record({
          ranges: fc.array(range(size), { minLength: count, maxLength: count }),
          bonds: fc.array(bondAmong(count, size.more), { maxLength: count + 2 }),
          stated: fc.shuffledSubarray(all, { minLength: 1 }),
          orders: fc.shuffledSubarray(all, { minLength: count }),
          world: fc.option(
            fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: count, maxLength: count }),
          ),
        })
        .map(({ ranges, bonds, stated, orders, world }): Knowledge => {
          const nodes = ranges.map((each, index) => ({ ...each, development: `dev-${index - (index % 2)}` }));
          const days = world?.map((part, index) => {
            const { earliest, latest } = nodes[index] as Node;
            return earliest + Math.floor(part * (latest - earliest + 0.999));
          });
          return {
            nodes,
            bonds: bonds
              .map((bond) => (days ? fitted(bond, days) : bond))
              .filter(({ later, earlier }) => later !== earlier),
            assertions: stated.map(
              (node): Assertion => ({
                development: `dev-${node - (node % 2)}`,
                order: orders[node] as number,
                node,
                value: `value-${node}`,
              }),
            ),
          };
        });
    }),
  );

/** So small that every world can be looked at. */
export const networks: fc.Arbitrary<Knowledge> = networksOf({ nodes: 5, days: DAYS, more: 3 });

/** Years wide, with more nodes than worlds can be looked at. */
export const LONG = 1_000;
export const wideNetworks: fc.Arbitrary<Knowledge> = networksOf({ nodes: 30, days: LONG, more: 300 });
