import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Chain } from '../../../projections/law/chain.js';
import { groupsOf } from '../../../projections/law/groups.js';
import type { Bond, Node } from '../../../projections/law/knowledge.js';
import { contradictionIn, tighten } from '../../../projections/law/tighten.js';
import { runs } from '../../state/runs.js';
import { networks, wideNetworks } from './networks.js';
import { consistent, worldsOf } from './worlds.js';

/**
 * That the chain hangs together, each limit of it is a direction of its bond, and the sum of them leaves no world or
 * every development of it comes after the next.
 */
function expectProof({ shape, limits }: Chain, nodes: readonly Node[], bonds: readonly Bond[]): void {
  for (const [index, { by, of, apart, bond }] of limits.entries()) {
    const { later, earlier, atLeast, atMost } = bond;
    expect(bonds).toContain(bond);
    expect([
      { by: later, of: earlier, apart: -atLeast },
      { by: earlier, of: later, apart: atMost },
    ]).toContainEqual({ by, of, apart });
    if (index > 0) expect(limits[index - 1]?.of).toBe(by);
  }
  const [first, last] = [limits[0]?.by as number, limits.at(-1)?.of as number];
  const apart = limits.reduce((sum, limit) => sum + limit.apart, 0);
  expect(new Set(limits.map(({ of }) => of)).size).toBe(limits.length);
  if (shape === 'ring') {
    expect(last).toBe(first);
    const isAfter = ({ by, of, bond }: Chain['limits'][number]): boolean =>
      by === bond.later && nodes[by]?.development !== nodes[of]?.development;
    expect(apart < 0 || limits.every(isAfter)).toBe(true);
  } else {
    expect((nodes[first] as Node).latest + apart).toBeLessThan((nodes[last] as Node).earliest);
  }
}

describe('a contradiction', () => {
  it('is found exactly where there is no world, and proved by a chain', () => {
    fc.assert(
      fc.property(networks, ({ nodes, bonds }) => {
        const chain = contradictionIn(nodes, bonds);
        expect(chain === undefined).toBe(worldsOf(nodes, bonds).length > 0);
        if (chain) expectProof(chain, nodes, bonds);
      }),
      runs(3_000),
    );
  });

  it('is proved by a chain where there are too many worlds to look at', () => {
    fc.assert(
      fc.property(wideNetworks, ({ nodes, bonds }) => {
        for (const chain of tighten(nodes, bonds).chains) expectProof(chain, nodes, bonds);
      }),
      runs(1_000),
    );
  });

  it('frees its whole group of every bond, and no other group of any', () => {
    fc.assert(
      fc.property(networks, ({ nodes, bonds }) => {
        const left = consistent(nodes, bonds);
        const worlds = worldsOf(nodes, left);
        const tightened = tighten(nodes, bonds);
        const days = (node: number): readonly number[] => worlds.map((world) => world[node] as number);
        expect(tightened.nodes).toEqual(
          nodes.map(({ development }, node) => {
            return { development, earliest: Math.min(...days(node)), latest: Math.max(...days(node)) };
          }),
        );
        const groups = groupsOf(nodes.length, bonds);
        const broken = new Set(bonds.filter((bond) => !left.includes(bond)).map(({ later }) => groups[later]));
        expect(new Set(tightened.chains.map(({ limits }) => groups[limits[0]?.by as number]))).toEqual(broken);
        expect(tightened.chains.length).toBe(broken.size);
      }),
      runs(2_000),
    );
  });
});

describe('a ring of developments each of which comes after the next', () => {
  const node = (development: string): Node => ({ development, earliest: 0, latest: 9 });
  const follows = (later: number, earlier: number, atLeast = 0): Bond => ({ later, earlier, atLeast, atMost: null });
  const chainsAmong = (nodes: readonly Node[], bonds: readonly Bond[]) => tighten(nodes, bonds).chains;

  it('contradicts itself though one day would do for all of them', () => {
    const nodes = ['a', 'b', 'c', 'd', 'e', 'f'].map(node);
    const bonds = [follows(0, 1), follows(3, 0), follows(1, 2), follows(2, 0), follows(2, 4), follows(5, 4, 3)];
    const [ring, ...others] = chainsAmong(nodes, bonds);
    expect(others).toEqual([]);
    expect(ring).toMatchObject({ shape: 'ring', limits: [{ by: 0 }, { by: 1 }, { by: 2, of: 0 }] });
    expectProof(ring as Chain, nodes, bonds);
    expect(tighten(nodes, bonds).nodes).toEqual(nodes);
    expect(tighten(nodes, bonds).network.limits.flat()).toEqual([]);
  });

  it('is not one where all that goes round are dates of one development, or an upper bound comes back', () => {
    expect(chainsAmong(['a', 'a'].map(node), [follows(0, 1), follows(1, 0)])).toEqual([]);
    expect(chainsAmong(['a', 'b'].map(node), [{ ...follows(0, 1), atMost: 0 }])).toEqual([]);
    expect(chainsAmong(['a', 'b'].map(node), [follows(0, 1), follows(0, 1)])).toEqual([]);
  });

  it('leaves other groups as they are', () => {
    const nodes = ['a', 'b', 'c', 'd'].map(node);
    const { nodes: tightened, chains } = tighten(nodes, [follows(0, 1), follows(1, 0), follows(2, 3, 2)]);
    expect(chains).toHaveLength(1);
    expect(tightened.map(({ earliest, latest }) => [earliest, latest])).toEqual([
      [0, 9],
      [0, 9],
      [2, 9],
      [0, 7],
    ]);
  });
});

describe('a group', () => {
  it('is what bonds connect, named by its smallest node', () => {
    fc.assert(
      fc.property(wideNetworks, ({ nodes, bonds }) => {
        const groups = groupsOf(nodes.length, bonds);
        // The smallest node that can be reached, by going from neighbour to neighbour until nothing changes.
        const smallest = nodes.map((_, node) => node);
        for (const _ of nodes) {
          for (const { later, earlier } of bonds) {
            const least = Math.min(smallest[later] as number, smallest[earlier] as number);
            smallest[later] = least;
            smallest[earlier] = least;
          }
        }
        expect(groups).toEqual(smallest);
      }),
      runs(500),
    );
  });
});
