import { LogUnavailable } from '../errors.js';
import { inTime } from './in-time.js';
import { NotInTime } from './kurrent-errors.js';

/** Milliseconds without a page after which a read of the log is given up; of others' events there are pages too. */
export const PAGE_PATIENCE = 15_000;

/**
 * Pages of what is known to be there, unless one takes too long: a server that stands still ends nothing. Whoever asks
 * ends what the pages come from.
 * @throws {LogUnavailable}
 */
export async function* pagesInTime<T>(pages: AsyncIterator<T>, patience: number, server: string): AsyncGenerator<T> {
  for (;;) {
    const next = pages.next();
    try {
      const { value, done } = await inTime(patience, next);
      if (done) return;
      yield value;
    } catch (cause) {
      if (!(cause instanceof NotInTime)) throw cause;
      next.catch(() => undefined);
      throw new LogUnavailable(`${server} can't be used just now: it sent nothing for ${patience} ms`, { cause });
    }
  }
}
