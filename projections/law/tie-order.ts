/**
 * Tie order of developments: in log order, repeatedly the first whose every predecessor has been taken.
 * The order of two developments depends on their ancestors alone, so any set closed under `after` gives the order
 * that the whole log would give.
 *
 * @param after for each development (position of its first event) the known, not retracted ones it is timed after
 */
export function tieOrder(after: ReadonlyMap<number, readonly number[]>): readonly number[] {
  const waiting = [...after.keys()].sort((a, b) => a - b);
  const taken = new Set<number>();
  while (waiting.length > 0) {
    const ready = waiting.findIndex((each) => after.get(each)?.every((prior) => taken.has(prior) || !after.has(prior)));
    // Only changes recorded side by side can close a ring; log order then breaks it.
    const [next] = waiting.splice(Math.max(ready, 0), 1);
    taken.add(next as number);
  }
  return [...taken];
}
