/**
 * Items until a signal aborts. What comes after is read and thrown away: whoever sends it would otherwise not come to
 * read what became of the rest.
 */
export class CutOff<Item> implements AsyncIterable<Item> {
  /** Whether it ended before the items did. */
  happened = false;

  constructor(
    private readonly items: AsyncIterable<Item>,
    private readonly signal: AbortSignal,
  ) {}

  [Symbol.asyncIterator](): AsyncIterator<Item> {
    const iterator = this.items[Symbol.asyncIterator]();
    let isOver = false;
    let end = (): void => undefined;
    const cut = (): void => {
      if (isOver) return;
      isOver = true;
      this.happened = true;
      end();
      discard(iterator);
    };
    this.signal.addEventListener('abort', cut, { once: true });
    const over = (): void => {
      isOver = true;
      this.signal.removeEventListener('abort', cut);
    };
    if (this.signal.aborted) cut();
    return {
      // No race with a promise of the signal: that one would keep something of every item until the end.
      next: () =>
        new Promise((resolve, reject) => {
          end = () => resolve({ done: true, value: undefined });
          if (isOver) return end();
          iterator.next().then(
            (result) => {
              if (result.done) over();
              resolve(result);
            },
            (error) => {
              over();
              reject(error);
            },
          );
        }),
      return: async () => {
        // Whoever was cut off goes on sending.
        if (!this.happened) await iterator.return?.();
        over();
        return { done: true, value: undefined };
      },
    };
  }
}

async function discard(iterator: AsyncIterator<unknown>): Promise<void> {
  try {
    while (!(await iterator.next()).done);
  } catch {
    // The connection has ended, which is all that there was to wait for.
  }
}
