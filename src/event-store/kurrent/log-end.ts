import { LogUnavailable } from '../errors.js';
import { inTime } from './in-time.js';
import { asLogError, NotInTime } from './kurrent-errors.js';
import type { Numbering } from './numbering.js';
import { notAfter, type StorePoint } from './store-point.js';
import { endOfLog } from './stream-reading.js';
import { type Feed, subscribeOnce } from './subscription.js';

/** Finds out whether this node has numbered all that the server has now: another node may have written just before. */
export class LogEnd {
  /** Up to there the server's log has nothing of ours that this node has not seen. */
  #searched: StorePoint | undefined;

  constructor(
    private readonly feed: Feed,
    private readonly numbering: Numbering,
    private readonly patience: number,
  ) {}

  /** Returns once it has. @throws {LogUnavailable} when the server can't be asked, or it takes too long */
  async reached(): Promise<void> {
    const end = await endOfLog(this.feed);
    if (end === undefined || this.#isSeen(end)) return;
    try {
      await inTime(this.patience, this.#search(end));
    } catch (error) {
      if (!(error instanceof NotInTime)) throw asLogError(error, this.feed.server);
      throw new LogUnavailable(`the end of the log was not reached within ${this.patience} ms`, { cause: error });
    }
  }

  #isSeen(end: StorePoint): boolean {
    return [this.numbering.seen, this.#searched].some((point) => point !== undefined && notAfter(end, point));
  }

  /** What others write to the same server passes us by; so looks for ours between there and the end. */
  async #search(end: StorePoint): Promise<void> {
    const { seen } = this.numbering;
    const from = seen && this.#searched && notAfter(seen, this.#searched) ? this.#searched : seen;
    const over = new AbortController();
    let last: StorePoint | undefined;
    for await (const { events, caughtUp } of subscribeOnce(this.feed, from, over.signal)) {
      last = events.at(-1)?.position ?? last;
      if (!caughtUp) continue;
      if (last) await this.numbering.at(last, this.patience);
      this.#searched = end;
      return;
    }
    throw new LogUnavailable(`${this.feed.server} ended a read of its log early`);
  }
}
