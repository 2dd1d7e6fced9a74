import fc from 'fast-check';

/** Who comes after whom. */
export type After = ReadonlyMap<number, readonly number[]>;

export const COUNT = 9;

/** Who comes after whom, in any direction; rings and developments that are not known may occur. */
export const anyAfter: fc.Arbitrary<After> = fc
  .array(fc.uniqueArray(fc.nat(COUNT + 1), { maxLength: 2 }), { minLength: COUNT, maxLength: COUNT })
  .map((after) => new Map(after.map((each, index) => [index, each])));

/** The same without rings: each comes after some of those before it in a hidden order. */
export const withoutRings: fc.Arbitrary<After> = fc
  .tuple(
    fc.shuffledSubarray([...Array(COUNT).keys()], { minLength: COUNT }),
    fc.array(fc.uniqueArray(fc.nat(COUNT), { maxLength: 3 }), { minLength: COUNT, maxLength: COUNT }),
  )
  .map(([hidden, chosen]) => {
    const after = (each: number, place: number) =>
      (chosen[each] ?? []).flatMap((index) => hidden.slice(0, place)[index] ?? []);
    return new Map(hidden.map((each, place) => [each, after(each, place)]));
  });

/** In log order, repeatedly the first whose every predecessor that is itself known has been taken. */
export function literalOrder(after: After): readonly number[] {
  const taken: number[] = [];
  while (taken.length < after.size) {
    const waiting = [...after.keys()].filter((each) => !taken.includes(each)).sort((a, b) => a - b);
    const ready = waiting.filter((each) =>
      (after.get(each) ?? []).every((prior) => taken.includes(prior) || !after.has(prior)),
    );
    taken.push((ready[0] ?? waiting[0]) as number);
  }
  return taken;
}
