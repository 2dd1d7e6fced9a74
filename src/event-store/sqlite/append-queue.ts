import { LogUnavailable } from '../errors.js';
import type { Appended } from '../event-store.js';
import type { PreparedAppend } from '../prepared-append.js';

/** What became of one append: where it ended, or why it alone was refused. */
export type Outcome = Appended | Error;

interface Waiting {
  readonly append: PreparedAppend;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** Bounds how long one transaction takes. */
const MOST_AT_ONCE = 512;
/**
 * Groups handed over and not yet answered for: one that is written and one to go on with. What comes meanwhile waits
 * here, and so shares a transaction, however slow the disk is.
 */
const MOST_UNDER_WAY = 2;
/** Appends that may wait: more come only where nothing is written any longer, and their clients have given up. */
const MOST_WAITING = 16 * MOST_AT_ONCE;
/**
 * Milliseconds that an append waits for others of a busy turn. Were it until the turn's end, the views would have
 * nothing to do meanwhile and all of the turn to do after it: a sixth fewer POSTs a second over 64 connections.
 */
const LONGEST_WAIT = 5;

/**
 * Collects the appends of one turn of the event loop so that they share transactions, and their syncs to disk. What is
 * handed over is written in that order; more may be handed over before it is written.
 */
export class AppendQueue {
  #waiting: Waiting[] = [];
  #scheduled = false;
  /** Since when somebody waits who is in a hurry. */
  #since: number | undefined;
  readonly #underWay = new Set<Promise<void>>();

  /**
   * @param write stores the appends durably and answers for each in order; if it throws, none was, or nobody knows
   * @param now milliseconds of a clock that never goes back
   */
  constructor(
    private readonly write: (appends: readonly PreparedAppend[]) => Promise<readonly Outcome[]>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * @param patient it may wait until there is enough for a transaction, or the turn ends
   * @throws {LogUnavailable} where too much is waiting
   */
  async add(append: PreparedAppend, patient = false): Promise<Appended> {
    if (this.#waiting.length >= MOST_WAITING) throw new LogUnavailable('too much waits to be written to the log');
    return new Promise((resolve, reject) => {
      this.#waiting.push({ append, resolve, reject });
      if (!patient) this.#since ??= this.now();
      const isLate = this.#since !== undefined && this.now() - this.#since >= LONGEST_WAIT;
      if (this.#isFree && (isLate || this.#waiting.length >= MOST_AT_ONCE)) this.#writeSome();
      else this.#schedule();
    });
  }

  /** Stores what is waiting at once. @returns when all of it is stored, or was refused */
  async drain(): Promise<void> {
    while (this.#waiting.length + this.#underWay.size > 0) {
      if (this.#waiting.length > 0 && this.#isFree) this.#writeSome();
      else await Promise.race(this.#underWay);
    }
  }

  get #isFree(): boolean {
    return this.#underWay.size < MOST_UNDER_WAY;
  }

  #schedule(): void {
    if (this.#scheduled || this.#waiting.length === 0 || !this.#isFree) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#waiting.length > 0 && this.#isFree) this.#writeSome();
      this.#schedule();
    });
  }

  #writeSome(): void {
    const batch = this.#waiting.slice(0, MOST_AT_ONCE);
    this.#waiting = this.#waiting.slice(MOST_AT_ONCE);
    this.#since = undefined;
    const written = this.#written(batch);
    this.#underWay.add(written);
    void written.then(() => {
      this.#underWay.delete(written);
      this.#schedule();
    });
  }

  async #written(batch: readonly Waiting[]): Promise<void> {
    let outcomes: readonly Outcome[];
    try {
      outcomes = await this.write(batch.map(({ append }) => append));
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
