import { setTimeout as pause } from 'node:timers/promises';
import { LogDamaged } from '../errors.js';
import { asLogError, isTooSlow } from './kurrent-errors.js';
import { type Followed, resumption } from './same-log.js';
import type { StorePoint } from './store-point.js';
import { type Feed, type SubscriptionPage, subscribeOnce } from './subscription.js';

/** Milliseconds before the next attempt: at first, and at most. */
interface Backoff {
  readonly first: number;
  readonly longest: number;
}
const BACKOFF: Backoff = { first: 100, longest: 5_000 };

export interface Resubscribing {
  readonly backoff?: Backoff | undefined;
  /** Gives up, with an error, when that many attempts in a row brought nothing; never, unless it is set. */
  readonly attempts?: number;
  /** A subscription has ended, with an error or without; another follows. */
  readonly onEnd?: (error: unknown) => void;
  /** The server was found to be the one that was followed, or to have all of ours still. */
  readonly onResume?: () => void;
  /** What comes after there is looked through again: nothing is to be seen any more where it was left. */
  readonly onRewind?: (to: StorePoint | undefined) => void;
  /** Waits so many milliseconds, unless `signal` ends it. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const sleeping = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  pause(milliseconds, undefined, { signal }).catch(() => undefined);

/**
 * Our part of `$all` after a point, for as long as `signal` lets it: subscriptions end, with errors and without, and are
 * never resumed by the client. Each begins where all before was taken, once it is known that the server has it still.
 * @throws {LogDamaged} where it is not @throws {LogUnavailable} after so many attempts
 */
export async function* keepSubscribed(
  feed: Feed,
  from: Followed,
  signal: AbortSignal,
  options: Resubscribing = {},
): AsyncGenerator<SubscriptionPage> {
  const { backoff = BACKOFF, attempts = Number.POSITIVE_INFINITY, sleep = sleeping } = options;
  const { onEnd, onResume, onRewind } = options;
  let { through, event } = from;
  const rewind = (to: StorePoint | undefined): void => {
    through = to;
    onRewind?.(to);
  };
  let wait = 0;
  let barren = 0;
  while (!signal.aborted) {
    let ended: unknown;
    try {
      const resumed = await resumption(feed, { through, event });
      if (resumed !== through) rewind(resumed);
      onResume?.();
      for await (const page of subscribeOnce(feed, through, signal)) {
        yield page;
        wait = 0;
        if (page.events.length > 0 || page.through !== through) barren = 0;
        through = page.through ?? through;
        event = lastOf(page, feed.prefix) ?? event;
      }
    } catch (error) {
      if (error instanceof LogDamaged) throw error;
      ended = error;
    }
    if (signal.aborted) return;
    barren += 1;
    if (barren >= attempts) throw asLogError(ended ?? endedEarly(), feed.server);
    onEnd?.(ended);
    if (!isTooSlow(ended) || wait > 0) {
      wait = Math.min(wait === 0 ? backoff.first : 2 * wait, backoff.longest);
      await sleep(wait, signal);
    } else {
      // Whoever is let go for being slow has much to catch up with; but without progress it is a failure like others.
      wait = backoff.first;
    }
  }
}

const endedEarly = (): Error => Object.assign(new Error('the read ended early'), { code: 14 });

function lastOf({ events }: SubscriptionPage, prefix: string): Followed['event'] {
  const last = events.findLast(({ streamId }) => !streamId.startsWith('$$'));
  if (last === undefined) return undefined;
  const { streamId, revision, id, position } = last;
  return { stream: streamId.slice(prefix.length), revision: Number(revision), id, point: position };
}
