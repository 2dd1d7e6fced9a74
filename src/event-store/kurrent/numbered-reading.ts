import { LogDamaged } from '../errors.js';
import type { RecordedEvent } from '../event-store.js';
import { Counting } from './counting.js';
import { PAGE_PATIENCE, pagesInTime } from './pages-in-time.js';
import type { Numbered, PositionLookup } from './positions.js';
import { keepSubscribed, type Resubscribing } from './resubscribing.js';
import { later, type StorePoint } from './store-point.js';
import type { Feed } from './subscription.js';

/** A page, and whether the server had no more at that moment. */
interface Counted {
  readonly page: readonly RecordedEvent[];
  readonly caughtUp: boolean;
}

/** Reads the log by position: where to begin comes from what is numbered, the numbers from there on by counting. */
export class NumberedReading {
  /** @param patience milliseconds without a page after which a read of what is numbered is given up */
  constructor(
    private readonly feed: Feed,
    private readonly log: string,
    private readonly positions: PositionLookup,
    private readonly patience = PAGE_PATIENCE,
  ) {}

  /** Pages from a position on, whether it is numbered already or not; ends when `signal` aborts. */
  async *from(position: number, signal: AbortSignal): AsyncGenerator<readonly RecordedEvent[]> {
    for await (const { page } of this.#pages(position, signal)) if (page.length > 0) yield page;
  }

  async *#pages(position: number, signal: AbortSignal, resubscribing: Resubscribing = {}): AsyncGenerator<Counted> {
    const { before, through } = this.#beginning(position);
    const counting = new Counting(this.feed.prefix, this.log, before);
    const from = { through, event: before };
    for await (const { events, caughtUp } of keepSubscribed(this.feed, from, signal, resubscribing)) {
      const counted = counting.events(events);
      const before = counted.findIndex((event) => event.position >= position);
      yield { page: before < 0 ? [] : counted.slice(before), caughtUp };
    }
  }

  /** The event before a position, or the last one before it that is numbered, and up to where there is no other. */
  #beginning(position: number): { readonly before: Numbered | undefined; readonly through: StorePoint | undefined } {
    // Read first: another thread may number more meanwhile.
    const seen = this.positions.seen();
    const last = this.positions.last();
    if (last !== undefined && position > last.position) return { before: last, through: later(last.point, seen) };
    const before = this.positions.at(position - 1);
    return { before, through: before?.point };
  }

  /**
   * Pages of numbered events, both ends included.
   * @throws {LogUnavailable} when the server fails it twice without bringing anything in between, or stands still
   * @throws {LogDamaged} when it has not got that far any more
   */
  async *between(from: number, to: number, closed: AbortSignal): AsyncGenerator<readonly RecordedEvent[]> {
    if (from > to) return;
    const over = new AbortController();
    const close = (): void => over.abort();
    closed.addEventListener('abort', close);
    let next = from;
    try {
      const pages = this.#pages(from, over.signal, { attempts: 2 });
      for await (const { page, caughtUp } of pagesInTime(pages, this.patience, this.feed.server)) {
        const wanted = page.filter(({ position }) => position <= to);
        next += wanted.length;
        if (wanted.length > 0) yield wanted;
        if (next > to) return;
        if (caughtUp) throw new LogDamaged(`${this.feed.server} no longer has the event at position ${next}`);
      }
    } finally {
      closed.removeEventListener('abort', close);
      over.abort();
    }
  }
}
