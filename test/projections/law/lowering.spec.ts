import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { earliestDays, isPossible, latestDays } from '../../../projections/law/lowering.js';
import { DAYS, networks, winner, worldsOf } from './networks.js';

const RUNS = { numRuns: 2_000, seed: 2 };

describe('lowering', () => {
  it('finds the latest day of every node in any world, and that there is no world', () => {
    fc.assert(
      fc.property(networks, ({ nodes, bonds }) => {
        const worlds = worldsOf(nodes, bonds);
        const latest = nodes.map((_, index) => Math.max(...worlds.map((world) => world[index] as number)));
        expect(latestDays(nodes, bonds)).toEqual(worlds.length === 0 ? undefined : latest);
      }),
      RUNS,
    );
  });

  it('finds the earliest day of every node in any world, and that there is no world', () => {
    fc.assert(
      fc.property(networks, ({ nodes, bonds }) => {
        const worlds = worldsOf(nodes, bonds);
        const earliest = nodes.map((_, index) => Math.min(...worlds.map((world) => world[index] as number)));
        expect(earliestDays(nodes, bonds)).toEqual(worlds.length === 0 ? undefined : earliest);
      }),
      RUNS,
    );
  });

  it('finds an assertion possible exactly where some world lets it count', () => {
    fc.assert(
      fc.property(networks, fc.integer({ min: -1, max: DAYS }), (knowledge, day) => {
        const { nodes, bonds, assertions } = knowledge;
        const winners = new Set(worldsOf(nodes, bonds).map((world) => winner(world, assertions, day)));
        for (const [index, assertion] of assertions.entries()) {
          expect(isPossible(knowledge, index, day)).toBe(winners.has(assertion));
        }
      }),
      RUNS,
    );
  });

  it('gives up on a ring that no world satisfies without creeping through the years', () => {
    const wide = { earliest: -700_000, latest: 2_900_000 };
    const nodes = Array.from({ length: 300 }, (_, index) => ({ development: `dev-${index}`, ...wide }));
    const ring = nodes.map((_, index) => {
      return { later: index, earlier: (index + 1) % nodes.length, atLeast: index === 0 ? 1 : 0, atMost: null };
    });
    const assertions = nodes.map(({ development }, node) => ({ development, order: node, node, value: development }));
    const began = performance.now();
    expect(latestDays(nodes, ring)).toBeUndefined();
    expect(isPossible({ nodes, bonds: ring, assertions }, 0, 0)).toBe(false);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
