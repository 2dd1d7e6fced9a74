import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Difference } from '../../../src/state/diff/differences.js';
import type { Responsible } from '../../../src/state/diff/responsible.js';
import { same } from '../answers.js';
import { histories, type Step } from '../histories.js';
import { tell, type Wondering, wonderings } from '../law.js';
import { PATIENCE, runs } from '../runs.js';
import { Service } from '../service.js';
import { changesSince, compared, diffBetween } from './asked.js';
import { type Point, ReferenceDiff } from './expected.js';

/** How often what was seen. */
const seen = { differences: 0, learned: 0, due: 0, several: 0, changes: 0 };

function examineReasons(reasons: readonly Responsible[], from: Point, to: Point): void {
  expect(reasons.length).toBeGreaterThan(0);
  const [low, high] = [Math.min(from.position, to.position), Math.max(from.position, to.position)];
  for (const { how } of reasons) {
    expect(how.length).toBeGreaterThan(0);
    for (const step of how) {
      if (step.what === 'came-due') {
        seen.due++;
        expect(from.day).not.toBe(to.day);
      } else {
        seen.learned++;
        expect(Number(step.position)).toBeGreaterThan(low);
        expect(Number(step.position)).toBeLessThanOrEqual(high);
      }
    }
  }
  seen.differences++;
  if (reasons.length > 1) seen.several++;
}

/** Pairs of points: of different days and positions, of one day, of one position, and a point with itself. */
function pairsOf(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  const pairs: (readonly [Point, Point])[] = [];
  for (let index = 0; index + 1 < points.length; index += 2) {
    const [one, other] = [points[index] as Point, points[index + 1] as Point];
    pairs.push(
      [one, other],
      [one, { ...other, day: one.day }],
      [one, { ...other, position: one.position }],
      [other, other],
    );
  }
  return pairs;
}

const diffHolds = (steps: fc.Arbitrary<readonly Step[]>) =>
  fc.asyncProperty(steps, wonderings, async (history, questions: readonly Wondering[]) => {
    const service = new Service();
    try {
      const { events, expectations } = await tell(service, history, questions, new Map());
      const reference = new ReferenceDiff(events);
      const { filter, limit } = questions[0] as Wondering;
      for (const [from, to] of pairsOf(expectations)) {
        const where = JSON.stringify([from.day, from.position, to.day, to.position, filter]);
        const diff = await diffBetween(service.reading, from, to, filter, limit);
        same(`what differs ${where}`, compared(diff), reference.between(from, to, filter));
        for (const { because } of diff.facts) examineReasons(because, from, to);
        const back = await diffBetween(service.reading, to, from, filter, limit);
        same(`what differs the other way round ${where}`, back.facts.map(turned), diff.facts);
        const { predicate: _, ...concerned } = filter;
        if (from.position > to.position) continue;
        const changes = await changesSince(service.reading, from.position, to, concerned, limit);
        const sameDay = await diffBetween(service.reading, { ...from, day: to.day }, to, concerned, limit);
        same(`what changed ${where}`, changes.facts.map(withoutPositions), sameDay.facts);
        for (const { positions, because } of changes.facts) {
          const said = because.flatMap(({ how }) => how.flatMap((step) => ('position' in step ? [step.position] : [])));
          expect(said.some((position) => positions.includes(position))).toBe(true);
          for (const position of positions) expect(Number(position)).toBeGreaterThan(from.position);
          seen.changes++;
        }
      }
    } finally {
      await service.close();
    }
  });

const turned = (fact: Difference): Difference => ({ ...fact, before: fact.after, after: fact.before });

const withoutPositions = <F extends { readonly positions: readonly string[] }>({ positions: _, ...fact }: F): object =>
  fact;

describe('what differs between two points of any history', () => {
  it(
    'is what comparing the two whole states of the reference fold says, and since a position what changed from there to now',
    () => fc.assert(diffHolds(histories()), runs(60)),
    PATIENCE,
  );

  it(
    'also where developments are timed after each other',
    () => fc.assert(diffHolds(histories({ timed: true })), runs(60)),
    PATIENCE,
  );

  it('and every difference has its reasons, of all sorts', () => {
    expect(seen.differences).toBeGreaterThan(500);
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
  });
});
