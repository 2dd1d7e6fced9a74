import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { courseOf, type Stretch } from '../../../projections/law/course.js';
import { judge } from '../../../projections/law/judge.js';
import type { Knowledge } from '../../../projections/law/knowledge.js';
import { tighten } from '../../../projections/law/tighten.js';
import { MAX_DAY, MIN_DAY } from '../../../src/time/day.js';
import { runs } from '../../state/runs.js';
import { DAYS, LONG, networks, wideNetworks } from './networks.js';

/** The days, each with what it is judged to be. */
const dayByDay = (stretches: Iterable<Stretch>): readonly (readonly [number, unknown])[] =>
  [...stretches].flatMap(({ from, to, judgement }) =>
    Array.from({ length: to - from + 1 }, (_, index) => [from + index, judgement] as const),
  );

function judgedOneByOne(knowledge: Knowledge, from: number, to: number): readonly (readonly [number, unknown])[] {
  const tightened = tighten(knowledge.nodes, knowledge.bonds);
  return Array.from({ length: to - from + 1 }, (_, index) => {
    return [from + index, judge(knowledge, from + index, tightened)] as const;
  });
}

describe('the course of a fact', () => {
  it('is on every day what judging that day says', () => {
    fc.assert(
      fc.property(networks, (knowledge) => {
        expect(dayByDay(courseOf(knowledge, -2, DAYS + 1))).toEqual(judgedOneByOne(knowledge, -2, DAYS + 1));
      }),
      runs(3_000),
    );
  });

  it('is on every day of some years what judging that day says', () => {
    fc.assert(
      fc.property(wideNetworks, fc.integer({ min: -1, max: LONG }), (knowledge, from) => {
        expect(dayByDay(courseOf(knowledge, from, LONG + 1))).toEqual(judgedOneByOne(knowledge, from, LONG + 1));
      }),
      runs(60),
    );
  });

  it('is that of the whole calendar, every day once, with a stretch or two for each of the days known of it', () => {
    fc.assert(
      fc.property(wideNetworks, (knowledge) => {
        const stretches = [...courseOf(knowledge)];
        expect([stretches[0]?.from, stretches.at(-1)?.to]).toEqual([MIN_DAY, MAX_DAY]);
        for (const [index, { from, to }] of stretches.entries()) {
          expect(to).toBeGreaterThanOrEqual(from);
          if (index > 0) expect(from).toBe((stretches[index - 1] as Stretch).to + 1);
        }
        expect(stretches.length).toBeLessThanOrEqual(5 * knowledge.assertions.length + 1);
      }),
      runs(300),
    );
  });

  it('turns on a day that is no end of any range, where bonds make it so', () => {
    const knowledge: Knowledge = {
      nodes: [
        { development: 'i', earliest: 1, latest: 10 },
        { development: 'j', earliest: 6, latest: 12 },
        { development: 'k', earliest: 11, latest: 17 },
      ],
      bonds: [{ later: 2, earlier: 1, atLeast: 5, atMost: 5 }],
      assertions: ['i', 'j', 'k'].map((development, node) => ({ development, order: node, node, value: development })),
    };
    const values = dayByDay(courseOf(knowledge, 13, 14)).map(
      ([, judgement]) => (judgement as { values: unknown }).values,
    );
    expect(values).toEqual([
      ['i', 'j', 'k'],
      ['j', 'k'],
    ]);
  });

  it('of what nobody speaks of is one stretch', () => {
    const stretches = [...courseOf({ nodes: [], bonds: [], assertions: [] })];
    expect(stretches).toMatchObject([{ from: MIN_DAY, to: MAX_DAY, judgement: { values: [null], because: [] } }]);
  });
});
