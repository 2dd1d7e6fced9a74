import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decisiveBonds } from '../../../projections/law/decisive.js';
import type { Assertion, Knowledge } from '../../../projections/law/knowledge.js';
import { type Standing, standingsOn } from '../../../projections/law/standing.js';
import { tighten } from '../../../projections/law/tighten.js';
import { runs } from '../../state/runs.js';
import { literallyPossible } from './literally.js';
import { DAYS, LONG, networks, wideNetworks } from './networks.js';
import { consistent, type World, winner, worldsOf } from './worlds.js';

const day = fc.integer({ min: -1, max: DAYS });
const anyDay = fc.oneof(fc.integer({ min: 4, max: 13 }), fc.integer({ min: 0, max: LONG }));

/** Much that is said of one fact within days, most of it after something else. */
const crowds: fc.Arbitrary<Knowledge> = fc.noBias(
  fc.integer({ min: 2, max: 7 }).chain((count) =>
    fc
      .record({
        nodes: fc.array(fc.record({ earliest: fc.nat(4), latest: fc.integer({ min: 6, max: 12 }) }), {
          minLength: count,
          maxLength: count,
        }),
        bonds: fc.array(
          fc.tuple(fc.nat(count - 1), fc.nat(count - 1), fc.nat(2), fc.option(fc.nat(3), { nil: null })),
          { minLength: count - 1, maxLength: count + 1 },
        ),
        inTieOrder: fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
      })
      .map(({ nodes, bonds, inTieOrder }) => ({
        nodes: nodes.map((range, node) => ({ development: `dev-${node}`, ...range })),
        bonds: bonds
          .filter(([one, other]) => one !== other)
          .map(([one, other, atLeast, more]) => ({
            later: Math.max(one, other),
            earlier: Math.min(one, other),
            atLeast,
            atMost: more === null ? null : atLeast + more,
          })),
        assertions: inTieOrder.map((node) => ({
          development: `dev-${node}`,
          order: node,
          node,
          value: `value-${node}`,
        })),
      })),
  ),
);

const standingsOf = (knowledge: Knowledge, by: number): readonly Standing[] => {
  const { standingOf } = standingsOn(knowledge, by);
  return knowledge.assertions.map((_, place) => standingOf(place));
};

/** Whether the other one has come by the day, and after the first. */
const follows = ({ assertions }: Knowledge, world: World, place: number, other: number, by: number): boolean => {
  const dayOf = (at: number): number => world[(assertions[at] as Assertion).node] as number;
  return dayOf(other) <= by && (dayOf(other) > dayOf(place) || (dayOf(other) === dayOf(place) && other > place));
};

describe('how an assertion stands', () => {
  it('is definite where it counts in every world, possible where in some, and else no', () => {
    fc.assert(
      fc.property(networks, day, (knowledge, by) => {
        const { nodes, bonds, assertions } = knowledge;
        const worlds = worldsOf(nodes, consistent(nodes, bonds));
        for (const [place, { counts, come, range }] of standingsOf(knowledge, by).entries()) {
          const wins = worlds.filter((world) => winner(world, assertions, by) === assertions[place]).length;
          expect(counts).toBe(wins === 0 ? 'no' : wins === worlds.length ? 'definite' : 'possible');
          const have = worlds.filter((world) => (world[(assertions[place] as Assertion).node] as number) <= by).length;
          expect(come).toBe(have === 0 ? 'no' : have === worlds.length ? 'yes' : 'maybe');
          expect(range.earliest).toBe(
            Math.min(...worlds.map((world) => world[assertions[place]?.node ?? -1] as number)),
          );
        }
      }),
      runs(1_500),
    );
  });

  it('names what may have come after it: those that do in some world, and count in some', () => {
    fc.assert(
      fc.property(networks, day, (knowledge, by) => {
        const { nodes, bonds, assertions } = knowledge;
        const worlds = worldsOf(nodes, consistent(nodes, bonds));
        const winners = new Set(worlds.map((world) => winner(world, assertions, by)));
        for (const [place, { counts, followers }] of standingsOf(knowledge, by).entries()) {
          if (counts !== 'possible') continue;
          const right = [...assertions.keys()].filter(
            (other) =>
              other !== place &&
              winners.has(assertions[other]) &&
              worlds.some((world) => follows(knowledge, world, place, other, by)),
          );
          expect(followers).toEqual(right);
        }
      }),
      runs(1_500),
    );
  });

  it('names what has come after it: in every world in which it has come, one of those', () => {
    let named = 0;
    fc.assert(
      fc.property(networks, day, (knowledge, by) => {
        const { nodes, bonds, assertions } = knowledge;
        const worlds = worldsOf(nodes, consistent(nodes, bonds));
        for (const [place, { counts, come, followers }] of standingsOf(knowledge, by).entries()) {
          if (counts !== 'no') continue;
          if (come === 'no') {
            expect(followers).toEqual([]);
            continue;
          }
          if (followers.length > 1) named++;
          const { node } = assertions[place] as Assertion;
          for (const world of worlds.filter((each) => (each[node] as number) <= by)) {
            expect(followers.some((other) => follows(knowledge, world, place, other, by))).toBe(true);
          }
        }
      }),
      runs(3_000),
    );
    expect(named).toBeGreaterThan(0);
  });

  it('is shown by the days, those named as coming after it and the bonds named, and nothing else', () => {
    let bound = 0;
    fc.assert(
      fc.property(fc.oneof(crowds, crowds, wideNetworks), anyDay, (knowledge, by) => {
        fc.pre(tighten(knowledge.nodes, knowledge.bonds).chains.length === 0);
        const { tightened } = standingsOn(knowledge, by);
        for (const [place, { counts, come, followers, bonds }] of standingsOf(knowledge, by).entries()) {
          if (counts !== 'no' || come === 'no') continue;
          bound += Math.sign(bonds.length);
          const spoken = [place, ...followers].sort((a, b) => a - b);
          const assertions = spoken.map((each) => knowledge.assertions[each] as Assertion);
          const less: Knowledge = { assertions, nodes: tightened.nodes, bonds };
          expect(literallyPossible(less, spoken.indexOf(place), by)).toBe(false);
        }
      }),
      { ...runs(2_000), maxSkipsPerRun: 100 },
    );
    expect(bound).toBeGreaterThan(50);
  });
});

describe('the bonds that moved a day', () => {
  it('are enough to move it as far, and none are named where it is as it was stated', () => {
    fc.assert(
      fc.property(wideNetworks, ({ nodes, bonds }) => {
        const tightened = tighten(nodes, bonds);
        fc.pre(tightened.chains.length === 0);
        const decisive = decisiveBonds(nodes, tightened);
        for (const [node, plain] of nodes.entries()) {
          const { earliest, latest } = decisive(node);
          const { nodes: again } = tighten(nodes, [...new Set([...earliest, ...latest])]);
          expect(again[node]).toEqual(tightened.nodes[node]);
          expect(earliest.length === 0).toBe(plain.earliest === tightened.nodes[node]?.earliest);
          expect(latest.length === 0).toBe(plain.latest === tightened.nodes[node]?.latest);
        }
      }),
      { ...runs(500), maxSkipsPerRun: 100 },
    );
  });
});
