import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evenScale, stretchedScale, ticksOf } from '../../web/time/scale.js';

const DAY = fc.integer({ min: -700_000, max: 2_900_000 });
const axis = fc
  .tuple(DAY, fc.integer({ min: 1, max: 40_000 }), fc.array(fc.nat({ max: 40_000 }), { maxLength: 40 }))
  .map(([first, width, changes]) => ({ first, last: first + width, changes: changes.map((day) => first + day) }));

describe('an axis', () => {
  test('runs from 0 to 1, never backwards, whatever changed when', () => {
    fc.assert(
      fc.property(axis, fc.array(fc.nat({ max: 40_000 }), { minLength: 2 }), ({ first, last, changes }, days) => {
        for (const scale of [evenScale(first, last), stretchedScale(first, last, changes)]) {
          const at = [...days].sort((a, b) => a - b).map((day) => scale.at(first + day));
          expect(at.every((share, i) => share >= 0 && share <= 1 && share >= (at[i - 1] ?? 0))).toBe(true);
          expect([scale.at(first), scale.at(last)]).toEqual([0, 1]);
        }
      }),
    );
  });

  test('leads back to the day that it was asked about', () => {
    fc.assert(
      fc.property(axis, fc.nat(), ({ first, last, changes }, some) => {
        const day = first + (some % (last - first + 1));
        expect(stretchedScale(first, last, changes).dayAt(stretchedScale(first, last, changes).at(day))).toBe(day);
      }),
    );
  });

  test('gives the days on which much changed more room than quiet years', () => {
    const scale = stretchedScale(0, 10_000, [4_000, 4_002, 4_009]);
    expect(scale.at(4_009) - scale.at(4_000)).toBeGreaterThan(0.1);
    expect(evenScale(0, 10_000).at(4_009) - evenScale(0, 10_000).at(4_000)).toBeLessThan(0.001);
  });

  test('has ticks that do not touch one another', () => {
    fc.assert(
      fc.property(axis, fc.double({ min: 0.03, max: 0.3, noNaN: true }), ({ first, last, changes }, room) => {
        const ticks = ticksOf(stretchedScale(first, last, changes), room);
        expect(ticks.every(({ at }, i) => i === 0 || at - (ticks[i - 1]?.at ?? 0) >= room - 1e-9)).toBe(true);
      }),
    );
  });
});
