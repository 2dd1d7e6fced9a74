import type { RecordedEvent } from '../event-store.js';
import { Counting } from './counting.js';
import { asLogError } from './kurrent-errors.js';
import type { PositionLookup } from './positions.js';
import { keepSubscribed, type Resubscribing } from './resubscribing.js';
import type { Feed } from './subscription.js';

/** Reads the log by position: where to begin comes from what is numbered, the numbers from there on by counting. */
export class NumberedReading {
  constructor(
    private readonly feed: Feed,
    private readonly log: string,
    private readonly positions: PositionLookup,
  ) {}

  /** Pages from a position on, whether it is numbered already or not; ends when `signal` aborts. */
  async *from(
    position: number,
    signal: AbortSignal,
    resubscribing: Resubscribing = {},
  ): AsyncGenerator<readonly RecordedEvent[]> {
    const before = this.positions.at(position - 1) ?? (position > 1 ? this.positions.last() : undefined);
    const counting = new Counting(this.feed.prefix, this.log, before);
    for await (const { events } of keepSubscribed(this.feed, before?.point, signal, resubscribing)) {
      const page: RecordedEvent[] = [];
      for (const stored of events) {
        const counted = counting.next(stored);
        if (counted.is === 'event' && counted.event.position >= position) page.push(counted.event);
      }
      if (page.length > 0) yield page;
    }
  }

  /**
   * Pages of numbered events, both ends included.
   * @throws {LogUnavailable} when the server fails it twice without bringing anything in between
   */
  async *between(from: number, to: number, closed: AbortSignal): AsyncGenerator<readonly RecordedEvent[]> {
    if (from > to) return;
    const over = new AbortController();
    const close = (): void => over.abort();
    closed.addEventListener('abort', close);
    let next = from;
    let failedAt: number | undefined;
    const onEnd = (error: unknown): void => {
      if (failedAt === next)
        throw asLogError(error ?? Object.assign(new Error('the read ended early'), { code: 14 }), this.feed.server);
      failedAt = next;
    };
    try {
      for await (const page of this.from(from, over.signal, { onEnd })) {
        const wanted = page.filter(({ position }) => position <= to);
        next += wanted.length;
        yield wanted;
        if (next > to) return;
      }
    } finally {
      closed.removeEventListener('abort', close);
      over.abort();
    }
  }
}
