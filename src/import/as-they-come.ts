/**
 * Starts work for each item as it comes and yields the results in that order, each as soon as it is there, also while
 * items are still to come. At most `window` are under way. Where both are ready, reading goes first, so that what comes
 * together is worked on together.
 */
export async function* asTheyCome<Item, Result>(
  items: AsyncIterable<Item>,
  start: (item: Item) => Promise<Result>,
  window: number,
): AsyncGenerator<Result> {
  const iterator = items[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<Item>> => {
    const asked = iterator.next();
    // It may fail while nobody waits for it; whoever waits next is told.
    asked.catch(() => undefined);
    return asked;
  };
  const underWay: Promise<Result>[] = [];
  let next: Promise<IteratorResult<Item>> | undefined = ask();
  try {
    while (next || underWay[0]) {
      const settled = underWay[0]?.then(() => undefined);
      const reading = underWay.length < window ? next : undefined;
      const read: IteratorResult<Item> | undefined = await Promise.race([reading, settled].filter((each) => !!each));
      if (read === undefined) yield await (underWay.shift() as Promise<Result>);
      else if (read.done) next = undefined;
      else {
        underWay.push(start(read.value));
        next = ask();
      }
    }
  } finally {
    // Whoever stops listening doesn't wait for an item that may never come.
    iterator.return?.().catch(() => undefined);
  }
}
