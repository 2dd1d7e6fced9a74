import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Assertion, Bond, Knowledge } from '../../../projections/law/knowledge.js';
import { possibleOn } from '../../../projections/law/possible.js';
import { tighten } from '../../../projections/law/tighten.js';
import { runs } from '../../state/runs.js';
import { literallyPossible } from './literally.js';
import { DAYS, LONG, networks, wideNetworks } from './networks.js';
import { consistent, winner, worldsOf } from './worlds.js';

const possible = ({ nodes, bonds, assertions }: Knowledge, day: number): readonly number[] =>
  possibleOn(day, assertions, tighten(nodes, bonds));

describe('an assertion', () => {
  it('is possible exactly where some world lets it count', () => {
    fc.assert(
      fc.property(networks, fc.integer({ min: -1, max: DAYS }), (knowledge, day) => {
        const { nodes, bonds, assertions } = knowledge;
        const worlds = worldsOf(nodes, consistent(nodes, bonds));
        const winners = new Set(worlds.map((world) => winner(world, assertions, day)));
        const all = [...assertions.keys()];
        expect(possible(knowledge, day)).toEqual(all.filter((place) => winners.has(assertions[place] as Assertion)));
      }),
      runs(3_000),
    );
  });

  it('is possible exactly where lowering from the ranges as they were stated finds it so', () => {
    fc.assert(
      fc.property(wideNetworks, fc.integer({ min: -1, max: LONG }), (knowledge, day) => {
        fc.pre(tighten(knowledge.nodes, knowledge.bonds).chains.length === 0);
        const all = [...knowledge.assertions.keys()];
        expect(possible(knowledge, day)).toEqual(all.filter((place) => literallyPossible(knowledge, place, day)));
      }),
      { ...runs(2_000), maxSkipsPerRun: 100 },
    );
  });

  it('is found impossible without creeping where what it must come after must come a day before it', () => {
    const wide = { earliest: -700_000, latest: 2_900_000 };
    const nodes = Array.from({ length: 300 }, (_, index) => ({ development: `dev-${index}`, ...wide }));
    const row = nodes.slice(1).map((_, index): Bond => {
      return { later: index + 1, earlier: index, atLeast: 0, atMost: 0 };
    });
    const assertions = nodes.map(({ development }, node) => ({ development, order: node, node, value: development }));
    const began = performance.now();
    expect(possible({ nodes, bonds: row, assertions }, 0)).toEqual([299]);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
