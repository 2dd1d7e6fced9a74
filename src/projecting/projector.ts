import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { FollowedLog, RecordedEvent } from '../event-store/event-store.js';
import type { Follower } from './following.js';
import type { Views } from './views.js';
import { removeSuperseded } from './views-files.js';
import { Waiting } from './waiting.js';

/** Milliseconds before following is tried again after a failure. */
const RETRY_AFTER = 1_000;
/**
 * Events that go into one transaction while the views are far behind: nearly each touches pages of its own in every
 * index, which are written once a transaction. Pages of fewer events are applied as they come, since they are waited for.
 */
const AT_ONCE = 4_000;
const LARGE_PAGE = 500;

/** Follows the log in this thread: one subscription, from the checkpoint on. */
export class Projector implements Follower {
  readonly #stop = new AbortController();
  readonly #waiting = new Waiting();
  #running: Promise<void> | undefined;
  #reported: string | undefined;

  constructor(
    private readonly store: FollowedLog,
    private readonly views: Views,
    private readonly onFailure: (error: unknown) => void,
    private readonly onProgress: () => void = () => undefined,
  ) {}

  async start(): Promise<boolean> {
    const { position } = await this.store.head();
    this.#running = this.#run();
    const caughtUp = await this.reached(position, Number.POSITIVE_INFINITY);
    // Until now an older version could have been gone back to without building its views again.
    if (caughtUp && this.views.file !== ':memory:') removeSuperseded(this.views.file);
    return caughtUp;
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
        this.#report(error);
        await pause(RETRY_AFTER, undefined, { signal: this.#stop.signal }).catch(() => undefined);
      }
    }
  }

  async #follow(): Promise<void> {
    let gathered: readonly RecordedEvent[] = [];
    for await (const page of this.store.subscribeAll(this.views.checkpoint + 1, this.#stop.signal)) {
      gathered = [...gathered, ...page];
      if (page.length >= LARGE_PAGE && gathered.length < AT_ONCE && (await this.#lacks(gathered))) continue;
      this.views.apply(gathered);
      gathered = [];
      this.#reported = undefined;
      this.#waiting.reached(this.views.checkpoint);
      this.onProgress();
      // Pages can come without a pause while catching up; requests get their turn between them.
      await nextTurn();
    }
  }

  /** Whether the log holds more than these. */
  async #lacks(events: readonly RecordedEvent[]): Promise<boolean> {
    const { position } = await this.store.head();
    return position > (events.at(-1)?.position ?? 0);
  }

  /** Once, not at every attempt. */
  #report(error: unknown): void {
    const what = String(error);
    if (what !== this.#reported) this.onFailure(error);
    this.#reported = what;
  }
}
