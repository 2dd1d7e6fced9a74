import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tieOrder } from '../../../projections/law/tie-order.js';
import { type After, anyAfter, COUNT, literalOrder, withoutRings } from './after.js';

/** Some of the developments, with all that they come after. */
function closure(after: After, some: readonly number[]): After {
  const closed = new Set(some);
  for (const each of closed) for (const prior of after.get(each) ?? []) if (after.has(prior)) closed.add(prior);
  return new Map([...after].filter(([each]) => closed.has(each)));
}

describe('tie order', () => {
  it('is the literal reading of the law, rings broken in log order', () => {
    fc.assert(
      fc.property(fc.oneof(anyAfter, withoutRings), (after) => {
        expect(tieOrder(after)).toEqual(literalOrder(after));
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });

  it('keeps to every `after` where there is no ring', () => {
    fc.assert(
      fc.property(withoutRings, (after) => {
        const order = tieOrder(after);
        for (const [each, priors] of after) {
          for (const prior of priors) expect(order.indexOf(prior)).toBeLessThan(order.indexOf(each));
        }
      }),
      { numRuns: 1_000, seed: 8 },
    );
  });

  it('of some developments and all they come after is that of the whole log, restricted', () => {
    const some = fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 1 });
    fc.assert(
      fc.property(fc.oneof(anyAfter, withoutRings), some, (after, chosen) => {
        const part = closure(after, chosen);
        expect(tieOrder(part)).toEqual(tieOrder(after).filter((each) => part.has(each)));
      }),
      { numRuns: 2_000, seed: 9 },
    );
  });

  it('is log order where nothing comes after anything', () => {
    expect(
      tieOrder(
        new Map([
          [7, []],
          [3, []],
          [5, [4]],
        ]),
      ),
    ).toEqual([3, 5, 7]);
  });

  it('lets a change recorded before its fine come right after it', () => {
    expect(
      tieOrder(
        new Map([
          [1, [3]],
          [2, []],
          [3, []],
          [4, []],
        ]),
      ),
    ).toEqual([2, 3, 1, 4]);
  });
});
