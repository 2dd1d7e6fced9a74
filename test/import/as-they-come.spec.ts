import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { asTheyCome } from '../../src/import/as-they-come.js';

/** Items that someone hands over one by one. */
class Handed<Item> implements AsyncIterable<Item> {
  readonly #items: (Item | undefined)[] = [];
  #wake = (): void => undefined;
  returned = false;

  give(item: Item | undefined): void {
    this.#items.push(item);
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item> {
    try {
      for (;;) {
        while (this.#items.length === 0) {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
        const item = this.#items.shift();
        if (item === undefined) return;
        yield item;
      }
    } finally {
      this.returned = true;
    }
  }
}

const collect = async <T>(results: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const each of results) all.push(each);
  return all;
};

async function* upTo(count: number): AsyncGenerator<number> {
  for (let index = 0; index < count; index++) yield index;
}

describe('results as they come', () => {
  it('are in the order of their items, however long each takes', async () => {
    const slowFirst = async (item: number): Promise<number> => {
      await pause(20 - item);
      return item;
    };
    expect(await collect(asTheyCome(upTo(20), slowFirst, 5))).toEqual([...Array(20).keys()]);
  });

  it('come before there is a next item', async () => {
    const items = new Handed<number>();
    const results = asTheyCome(items, async (item) => item * 2, 5);
    items.give(1);
    expect(await results.next()).toEqual({ value: 2, done: false });
    items.give(2);
    expect(await results.next()).toEqual({ value: 4, done: false });
    items.give(undefined);
    expect((await results.next()).done).toBe(true);
  });

  it('are worked on side by side, within the window', async () => {
    let underWay = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++underWay);
      await pause(1);
      underWay--;
    };
    await collect(asTheyCome(upTo(50), work, 7));
    expect(most).toBe(7);
  });

  it('end with the failure of the items, after the results there were', async () => {
    async function* failing(): AsyncGenerator<number> {
      yield 1;
      throw new Error('cut off');
    }
    const results = asTheyCome(failing(), async (item) => item, 1);
    expect(await results.next()).toEqual({ value: 1, done: false });
    await expect(results.next()).rejects.toThrow('cut off');
  });

  it('let go of the items when nobody listens any more', async () => {
    const items = new Handed<number>();
    const results = asTheyCome(items, async (item) => item, 5);
    items.give(1);
    await results.next();
    await results.return(undefined);
    items.give(2);
    await pause(1);
    expect(items.returned).toBe(true);
  });
});
