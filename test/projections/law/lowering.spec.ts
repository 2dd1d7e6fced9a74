import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Bond, Node } from '../../../projections/law/knowledge.js';
import { earliestDays, latestDays } from '../../../projections/law/lowering.js';
import { networkOf } from '../../../projections/law/network.js';
import { runs } from '../../state/runs.js';
import { literallyLatest } from './literally.js';
import { networks, wideNetworks } from './networks.js';
import { worldsOf } from './worlds.js';

/** The days, or undefined where there is no world. */
const latest = (nodes: readonly Node[], bonds: readonly Bond[]): readonly number[] | undefined => {
  const days = latestDays(nodes, networkOf(nodes.length, bonds));
  return Array.isArray(days) ? days : undefined;
};
const earliest = (nodes: readonly Node[], bonds: readonly Bond[]): readonly number[] | undefined => {
  return earliestDays(nodes, networkOf(nodes.length, bonds));
};

describe('lowering', () => {
  it('finds the latest and earliest day of every node in any world, and that there is no world', () => {
    fc.assert(
      fc.property(networks, ({ nodes, bonds }) => {
        const worlds = worldsOf(nodes, bonds);
        const days = (node: number): readonly number[] => worlds.map((world) => world[node] as number);
        const expected = (of: (...days: number[]) => number) =>
          worlds.length === 0 ? undefined : nodes.map((_, node) => of(...days(node)));
        expect(latest(nodes, bonds)).toEqual(expected(Math.max));
        expect(earliest(nodes, bonds)).toEqual(expected(Math.min));
      }),
      runs(3_000),
    );
  });

  it('agrees with going through the bonds one by one where there are too many worlds to look at', () => {
    fc.assert(
      fc.property(wideNetworks, ({ nodes, bonds }) => {
        expect(latest(nodes, bonds)).toEqual(literallyLatest(nodes, bonds));
      }),
      runs(2_000),
    );
  });

  it('finds the same however nodes and bonds are numbered', () => {
    const shuffled = wideNetworks.chain((network) =>
      fc.tuple(
        fc.constant(network),
        fc.shuffledSubarray([...network.nodes.keys()], { minLength: network.nodes.length }),
        fc.shuffledSubarray([...network.bonds], { minLength: network.bonds.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([{ nodes, bonds }, order, shuffledBonds]) => {
        const place = (node: number): number => order.indexOf(node);
        const renumbered = shuffledBonds.map((bond) => {
          return { ...bond, later: place(bond.later), earlier: place(bond.earlier) };
        });
        const days = latest(nodes, bonds);
        expect(
          latest(
            order.map((node) => nodes[node] as Node),
            renumbered,
          ),
        ).toEqual(days && order.map((node) => days[node]));
      }),
      runs(500),
    );
  });

  it.each([0, 149, 299])('gives up on a ring that no world satisfies, cut at %i, instead of creeping', (cut) => {
    const nodes = Array.from({ length: 300 }, (_, index) => {
      return { development: `dev-${index}`, earliest: -700_000, latest: 2_900_000 };
    });
    const ring = nodes.map((_, index): Bond => {
      return { later: index, earlier: (index + 1) % nodes.length, atLeast: index === cut ? 1 : 0, atMost: null };
    });
    const began = performance.now();
    expect(latest(nodes, ring)).toBeUndefined();
    expect(earliest(nodes, ring)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(500);
  });
});
