import { setImmediate as nextTurn } from 'node:timers/promises';

/** Assertions judged before other requests get their turn: some milliseconds' worth. */
const AT_ONCE = 4_000;

/** Long work in one go, which lets other requests have their turn by how much of it has been done. */
export class Work {
  #judged = 0;

  /** @returns whether it is time to rest */
  judged(assertions: number): boolean {
    this.#judged += assertions;
    return this.#judged >= AT_ONCE;
  }

  async rest(): Promise<void> {
    this.#judged = 0;
    await nextTurn();
  }
}
