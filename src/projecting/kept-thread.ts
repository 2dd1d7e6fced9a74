import { setTimeout as pause } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

/** Milliseconds before a thread that has ended is started again: at first, and at most. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 30_000;
/** Milliseconds after which a thread that ends is not one that keeps ending. */
const LIVED = 60_000;

/** What happens to a thread. */
export interface ThreadEvents<Message> {
  /** Starts it. */
  start(): Worker;
  onMessage(message: Message): void;
  /** It has ended on its own; `error` is what it failed with, if with anything. */
  onEnd(error: unknown): void;
}

/** A thread that is started again when it ends, with growing pauses, until it is told to end. */
export class KeptThread<Message> {
  readonly #stop = new AbortController();
  readonly #kept: Promise<void>;
  #worker: Worker;

  constructor(
    started: Worker,
    private readonly events: ThreadEvents<Message>,
  ) {
    this.#worker = started;
    this.#kept = this.#keep();
  }

  get isEnding(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Lost if there is none just now. */
  tell(message: string): void {
    this.#worker.postMessage(message);
  }

  /** @param message what it ends upon */
  async end(message: string): Promise<void> {
    this.#stop.abort();
    this.tell(message);
    await this.#kept;
  }

  async #keep(): Promise<void> {
    const { signal } = this.#stop;
    for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
      const began = Date.now();
      const error = await this.#ended();
      if (signal.aborted) return;
      this.events.onEnd(error);
      if (Date.now() - began > LIVED) wait = FIRST_PAUSE;
      await pause(wait, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      this.#worker = this.events.start();
    }
  }

  #ended(): Promise<unknown> {
    return new Promise((resolve) => {
      let failure: unknown;
      this.#worker.on('message', (message: Message) => this.events.onMessage(message));
      this.#worker.on('error', (error) => {
        failure = error;
      });
      this.#worker.once('exit', () => resolve(failure));
    });
  }
}
