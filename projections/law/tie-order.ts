/**
 * Tie order of developments: in log order, repeatedly the first whose every predecessor has been taken.
 * The order of two developments depends on their ancestors alone, so any set closed under `after` gives the order
 * that the whole log would give.
 *
 * @param after for each development (position of its first event) the known, not retracted ones it is timed after
 */
export function tieOrder(after: ReadonlyMap<number, readonly number[]>): readonly number[] {
  const inLogOrder = [...after.keys()].sort((a, b) => a - b);
  const followers = new Map<number, number[]>(inLogOrder.map((each) => [each, []]));
  const open = new Map<number, number>();
  for (const each of inLogOrder) {
    const priors = (after.get(each) ?? []).filter((prior) => after.has(prior));
    for (const prior of priors) followers.get(prior)?.push(each);
    open.set(each, priors.length);
  }
  const ready = inLogOrder.filter((each) => open.get(each) === 0).reverse();
  const taken = new Set<number>();
  for (let waiting = 0; taken.size < inLogOrder.length; ) {
    while (taken.has(inLogOrder[waiting] as number)) waiting++;
    // Only changes recorded side by side can close a ring; log order then breaks it.
    const next = (ready.pop() ?? inLogOrder[waiting]) as number;
    taken.add(next);
    for (const follower of followers.get(next) ?? []) {
      const left = (open.get(follower) as number) - 1;
      open.set(follower, left);
      if (left === 0 && !taken.has(follower)) ready.splice(placeIn(ready, follower), 0, follower);
    }
  }
  return [...taken];
}

/** Where a number belongs among falling ones. */
function placeIn(falling: readonly number[], number: number): number {
  let [low, high] = [0, falling.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((falling[middle] as number) > number) low = middle + 1;
    else high = middle;
  }
  return low;
}
