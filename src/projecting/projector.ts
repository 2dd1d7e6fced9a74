import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '../event-store/event-store.js';
import type { Follower } from './following.js';
import type { Views } from './views.js';
import { Waiting } from './waiting.js';

/** Milliseconds before following is tried again after a failure. */
const RETRY_AFTER = 1_000;

/** Follows the log in this thread: one subscription, from the checkpoint on. */
export class Projector implements Follower {
  readonly #stop = new AbortController();
  readonly #waiting = new Waiting();
  #running: Promise<void> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly views: Views,
    private readonly onFailure: (error: unknown) => void,
    private readonly onProgress: () => void = () => undefined,
  ) {}

  async start(): Promise<void> {
    const { position } = await this.store.head();
    this.#running = this.#run();
    await this.reached(position, Number.POSITIVE_INFINITY);
  }

  async reached(position: number, timeout: number): Promise<boolean> {
    if (this.views.checkpoint >= position) return true;
    return this.#stop.signal.aborted ? false : this.#waiting.until(position, timeout);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.#waiting.giveUp();
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        await this.#follow();
      } catch (error) {
        // A full disk or a lost log: what is in the views stays right, and following resumes from the checkpoint.
        this.onFailure(error);
        await pause(RETRY_AFTER, undefined, { signal: this.#stop.signal }).catch(() => undefined);
      }
    }
  }

  async #follow(): Promise<void> {
    for await (const page of this.store.subscribeAll(this.views.checkpoint + 1, this.#stop.signal)) {
      this.views.apply(page);
      this.#waiting.reached(this.views.checkpoint);
      this.onProgress();
      // Pages can come without a pause while catching up; requests get their turn between them.
      await nextTurn();
    }
  }
}
