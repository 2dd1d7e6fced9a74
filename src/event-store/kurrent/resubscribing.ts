import { setTimeout as pause } from 'node:timers/promises';
import { LogDamaged } from '../errors.js';
import { isTooSlow } from './kurrent-errors.js';
import type { StorePoint } from './store-point.js';
import { type Feed, type SubscriptionPage, subscribeOnce } from './subscription.js';

/** Milliseconds before the next attempt: at first, and at most. */
interface Backoff {
  readonly first: number;
  readonly longest: number;
}
const BACKOFF: Backoff = { first: 100, longest: 5_000 };

export interface Resubscribing {
  readonly backoff?: Backoff;
  /** Called before every subscription but the first. @throws what ends it all */
  readonly check?: () => Promise<void>;
  /** A subscription has ended, with an error or without; another follows. */
  readonly onEnd?: (error: unknown) => void;
}

/**
 * Our part of `$all` after a point, for as long as `signal` lets it: subscriptions end, with errors and without, and are
 * never resumed by the client. Each begins where all before was taken.
 */
export async function* keepSubscribed(
  feed: Feed,
  after: StorePoint | undefined,
  signal: AbortSignal,
  { backoff = BACKOFF, check, onEnd }: Resubscribing = {},
): AsyncGenerator<SubscriptionPage> {
  let last = after;
  let wait = 0;
  for (let first = true; !signal.aborted; first = false) {
    let ended: unknown;
    try {
      if (!first) await check?.();
      for await (const page of subscribeOnce(feed, last, signal)) {
        yield page;
        wait = 0;
        last = page.through ?? last;
      }
    } catch (error) {
      if (error instanceof LogDamaged) throw error;
      ended = error;
    }
    if (signal.aborted) return;
    onEnd?.(ended);
    if (!isTooSlow(ended) || wait > 0) {
      wait = Math.min(wait === 0 ? backoff.first : 2 * wait, backoff.longest);
      await pause(wait, undefined, { signal }).catch(() => undefined);
    } else {
      // Whoever is let go for being slow has much to catch up with; but without progress it is a failure like others.
      wait = backoff.first;
    }
  }
}
