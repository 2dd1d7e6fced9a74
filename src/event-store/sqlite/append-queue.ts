import type { Appended } from '../event-store.js';
import type { PreparedAppend } from '../prepared-append.js';

/** What became of one append: where it ended, or why it alone was refused. */
export type Outcome = Appended | Error;

interface Waiting {
  readonly append: PreparedAppend;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** Bounds how long one transaction keeps the event loop. */
const MOST_AT_ONCE = 512;

/** Collects the appends of one turn of the event loop so that they share a transaction, and its sync to disk. */
export class AppendQueue {
  #waiting: Waiting[] = [];
  #scheduled = false;

  /** @param write stores the appends durably and answers for each in order; if it throws, none was stored. */
  constructor(private readonly write: (appends: readonly PreparedAppend[]) => readonly Outcome[]) {}

  add(append: PreparedAppend): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ append, resolve, reject });
      this.#schedule();
    });
  }

  /** Stores what is waiting at once. */
  drain(): void {
    while (this.#waiting.length > 0) this.#writeSome();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#waiting.length > 0) this.#writeSome();
      if (this.#waiting.length > 0) this.#schedule();
    });
  }

  #writeSome(): void {
    const batch = this.#waiting.slice(0, MOST_AT_ONCE);
    this.#waiting = this.#waiting.slice(MOST_AT_ONCE);
    let outcomes: readonly Outcome[];
    try {
      outcomes = this.write(batch.map(({ append }) => append));
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const [index, { resolve, reject }] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined || outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    }
  }
}
