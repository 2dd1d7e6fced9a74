/** Whole numbers below a bound, the same each time for one seed, so that two runs measure the same data. */
export type Pick = (below: number) => number;

/** A small linear congruential generator; its high bits are good enough here, its low ones are not used. */
export function picker(seed: number): Pick {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
