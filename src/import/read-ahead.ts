/** Bytes that are kept of what is read ahead of its turn. */
const KEPT = 64 * 1024 * 1024;

/** Items in their order, of which those to come can be read before it is their turn. */
export class ReadAhead<Item extends { readonly size: number }> implements AsyncIterable<Item> {
  readonly #iterator: AsyncIterator<Item>;
  #kept: Item[] = [];
  #given = 0;
  #size = 0;
  #reading: Promise<void> | undefined;
  #isOver = false;

  /**
   * @param take is shown each item once it is read
   * @param limit sizes of what may wait for its turn, in all
   */
  constructor(
    items: AsyncIterable<Item>,
    private readonly take: (item: Item) => void,
    private readonly limit = KEPT,
  ) {
    this.#iterator = items[Symbol.asyncIterator]();
  }

  /** Reads on to the end, or as far as can be kept. @throws what reading throws, or the signal's reason */
  async readOn(signal: AbortSignal): Promise<void> {
    while (!this.#isOver && this.#size < this.limit) {
      signal.throwIfAborted();
      await untilAborted(this.#readOne(), signal);
    }
  }

  [Symbol.asyncIterator](): AsyncIterator<Item> {
    return {
      next: async () => {
        while (this.#given === this.#kept.length && !this.#isOver) await this.#readOne();
        const value = this.#kept[this.#given];
        if (value === undefined) return { done: true, value: undefined };
        this.#given++;
        this.#size -= value.size;
        if (this.#given === this.#kept.length) {
          this.#kept = [];
          this.#given = 0;
        }
        return { done: false, value };
      },
      return: async () => {
        await this.#iterator.return?.();
        return { done: true, value: undefined };
      },
    };
  }

  /** Whoever asks while one is being read waits for that one. */
  #readOne(): Promise<void> {
    this.#reading ??= this.#iterator.next().then((read) => {
      this.#reading = undefined;
      if (read.done) {
        this.#isOver = true;
        return;
      }
      this.take(read.value);
      this.#kept.push(read.value);
      this.#size += read.value.size;
    });
    return this.#reading;
  }
}

/** A client may take its time to send what comes next. */
const untilAborted = (work: Promise<void>, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
