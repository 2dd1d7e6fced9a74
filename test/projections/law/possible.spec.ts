import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Assertion, Bond, Knowledge, Node } from '../../../projections/law/knowledge.js';
import { possibleOn } from '../../../projections/law/possible.js';
import { tighten } from '../../../projections/law/tighten.js';
import { runs } from '../../state/runs.js';
import { literallyPossible } from './literally.js';
import { DAYS, LONG, networks, wideNetworks } from './networks.js';
import { consistent, winner, worldsOf } from './worlds.js';

const possible = ({ nodes, bonds, assertions }: Knowledge, day: number): readonly number[] =>
  possibleOn(day, assertions, tighten(nodes, bonds));

/** Pieces of knowledge about one fact that no bond connects, their assertions taken by turns. */
function sideBySide(each: readonly Knowledge[], turns: readonly number[]): Knowledge {
  const nodes: Node[] = [];
  const bonds: Bond[] = [];
  const waiting = each.map((knowledge, index) => {
    const shift = nodes.length;
    const own = (development: string): string => `${index}-${development}`;
    nodes.push(...knowledge.nodes.map((node) => ({ ...node, development: own(node.development) })));
    for (const { later, earlier, ...bond } of knowledge.bonds) {
      bonds.push({ later: later + shift, earlier: earlier + shift, ...bond });
    }
    return knowledge.assertions.map((assertion): Assertion => {
      return { ...assertion, node: assertion.node + shift, development: own(assertion.development) };
    });
  });
  const assertions: Assertion[] = [];
  for (const turn of turns) assertions.push(...(waiting[turn % waiting.length]?.splice(0, 1) ?? []));
  return { nodes, bonds, assertions: [...assertions, ...waiting.flat()] };
}

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

  it('is possible where the groups that have no part in it let it be', () => {
    const several = fc.array(networks, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(several, fc.array(fc.nat(99)), fc.integer({ min: -1, max: DAYS }), (each, turns, day) => {
        const knowledge = sideBySide(each, turns);
        fc.pre(tighten(knowledge.nodes, knowledge.bonds).chains.length === 0);
        const all = [...knowledge.assertions.keys()];
        expect(possible(knowledge, day)).toEqual(all.filter((place) => literallyPossible(knowledge, place, day)));
      }),
      { ...runs(2_000), maxSkipsPerRun: 100 },
    );
  });

  it.each([1, 5_000])('is found possible, or not, among thousands soon where %d bonds are known', (count) => {
    const nodes = Array.from({ length: 20_000 }, (_, index) => {
      return { development: `dev-${index}`, earliest: index % 7, latest: 300 + (index % 11) };
    });
    const bonds = Array.from({ length: count }, (_, index): Bond => {
      return { later: index * 2, earlier: index * 2 + 1, atLeast: 1, atMost: 9 };
    });
    const assertions = nodes.map(({ development }, node) => ({ development, order: node, node, value: development }));
    const began = performance.now();
    expect(possible({ nodes, bonds, assertions }, 150).length).toBeGreaterThan(10_000);
    expect(performance.now() - began).toBeLessThan(1_500);
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
