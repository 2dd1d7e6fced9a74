/** The value that a share (0 to 1) of the values lies below. @throws {RangeError} where there are none */
export function quantile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError('there is no quantile of no values');
  return value;
}

export const median = (values: Iterable<number>): number => quantile(values, 0.5);
