import { LogUnavailable } from '../errors.js';
import { inTime } from './in-time.js';
import { asLogError, NotInTime } from './kurrent-errors.js';
import type { Numbering } from './numbering.js';
import { resumption } from './same-log.js';
import { later, notAfter, type StorePoint } from './store-point.js';
import { endOfLog } from './stream-reading.js';
import { type Feed, subscribeOnce } from './subscription.js';

/** Finds out whether this node has numbered all that the server has now: another node may have written just before. */
export class LogEnd {
  /** Up to there the server's log has nothing of ours that this node has not seen. */
  #searched: StorePoint | undefined;
  /** Of the numbering, when the search was made. */
  #rewinds = 0;
  /** One at a time, for all who ask meanwhile. */
  #searching: Promise<void> | undefined;

  constructor(
    private readonly feed: Feed,
    private readonly numbering: Numbering,
    private readonly patience: number,
  ) {}

  /** Returns once it has. @throws {LogUnavailable} when the server can't be asked, or it takes too long */
  async reached(): Promise<void> {
    await this.numbering.sure(this.patience);
    const { last } = this.numbering;
    const end = await endOfLog(this.feed);
    if (last && (end === undefined || !notAfter(last.point, end))) {
      throw new LogUnavailable(
        `${this.feed.server} ends before position ${last.position}, as after a restore from a backup`,
      );
    }
    if (end === undefined) return;
    const until = Date.now() + this.patience;
    try {
      // A search that was under way already may have ended before this end.
      while (!this.#isSeen(end)) await inTime(Math.max(until - Date.now(), 0), this.#sharedSearch(end));
    } catch (error) {
      if (!(error instanceof NotInTime)) throw asLogError(error, this.feed.server);
      throw new LogUnavailable(`the end of the log was not reached within ${this.patience} ms`, { cause: error });
    }
  }

  #isSeen(end: StorePoint): boolean {
    if (this.#rewinds !== this.numbering.rewinds) this.#searched = undefined;
    this.#rewinds = this.numbering.rewinds;
    return [this.numbering.seen, this.#searched].some((point) => point !== undefined && notAfter(end, point));
  }

  #sharedSearch(end: StorePoint): Promise<void> {
    this.#searching ??= this.#search(end).finally(() => {
      this.#searching = undefined;
    });
    return this.#searching;
  }

  /**
   * What others write to the same server passes us by; so looks for ours between there and the end. The next search goes
   * on where this one is cut off.
   */
  async #search(end: StorePoint): Promise<void> {
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(new NotInTime(this.patience)), this.patience);
    try {
      const { last: event, seen } = this.numbering;
      const from = await resumption(this.feed, { through: later(event?.point, later(seen, this.#searched)), event });
      for await (const { events, caughtUp, through } of subscribeOnce(this.feed, from, over.signal)) {
        const last = events.at(-1)?.position;
        if (last) await this.numbering.at(last, this.patience);
        this.#searched = later(caughtUp ? later(end, through) : through, this.#searched);
        if (caughtUp) return;
      }
    } finally {
      clearTimeout(timer);
    }
    over.signal.throwIfAborted();
    throw new LogUnavailable(`${this.feed.server} ended a read of its log early`);
  }
}
