import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Chain } from '../../../projections/law/chain.js';
import { groupsOf } from '../../../projections/law/groups.js';
import type { Bond, Node } from '../../../projections/law/knowledge.js';
import { contradictionIn, tighten } from '../../../projections/law/tighten.js';
import { runs } from '../../state/runs.js';
import { networks, wideNetworks } from './networks.js';
import { consistent, worldsOf } from './worlds.js';

/** That the chain hangs together, each limit of it is a direction of its bond, and the sum of them leaves no world. */
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
    expect(apart).toBeLessThan(0);
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
