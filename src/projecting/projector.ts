import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '../event-store/event-store.js';
import type { Views } from './views.js';

/** Milliseconds before following is tried again after a failure. */
const RETRY_AFTER = 1_000;

/** Keeps the views up with the log: one subscription, from the checkpoint on. */
export class Projector {
  readonly #stop = new AbortController();
  readonly #waiting = new Set<{ readonly position: number; readonly resolve: (reached: boolean) => void }>();
  #running: Promise<void> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly views: Views,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Resolves once the views hold all that the log held when asked. */
  async start(): Promise<void> {
    const { position } = await this.store.head();
    this.#running = this.#run();
    await this.reached(position, Number.POSITIVE_INFINITY);
  }

  /** True as soon as the views hold `position`; false after `timeout` milliseconds, or if they can't get there. */
  async reached(position: number, timeout: number): Promise<boolean> {
    if (this.views.checkpoint >= position) return true;
    if (this.#stop.signal.aborted) return false;
    return new Promise((resolve) => {
      const timer = Number.isFinite(timeout) ? setTimeout(() => settle(false), timeout) : undefined;
      const settle = (reached: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(waiter);
        resolve(reached);
      };
      const waiter = { position, resolve: settle };
      this.#waiting.add(waiter);
    });
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.#release();
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
      for (const waiter of this.#waiting) if (waiter.position <= this.views.checkpoint) waiter.resolve(true);
      // Pages can come without a pause while catching up; requests get their turn between them.
      await nextTurn();
    }
  }

  #release(): void {
    for (const waiter of this.#waiting) waiter.resolve(false);
  }
}
