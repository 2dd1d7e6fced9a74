import {
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { prefixesOf } from './all-event.js';
import type { StorePoint } from './store-point.js';

/** The most events of one page. */
const PAGE = 500;
/** Stands in the subscription's queue where it had brought everything that the server had. */
const CAUGHT_UP = Symbol('caught up');
type Item = AllStreamResolvedEvent | typeof CAUGHT_UP;

export interface SubscriptionPage {
  readonly events: readonly AllStreamRecordedEvent[];
  /** With this page it has brought all that there was at that moment. */
  readonly caughtUp: boolean;
}

export interface Feed {
  readonly client: EventStoreDBClient;
  readonly server: string;
  readonly prefix: string;
}

/**
 * One subscription to our part of `$all`, after a point, in pages as large as what has come. The client's own checkpoints
 * are not asked for: they tell of events that may not have been processed yet.
 * It ends when the server ends it or `signal` aborts, and throws what it fails with; it never reconnects.
 */
export async function* subscribeOnce(
  { client, prefix }: Feed,
  after: StorePoint | undefined,
  signal: AbortSignal,
): AsyncGenerator<SubscriptionPage> {
  const subscription = client.subscribeToAll(
    {
      fromPosition: after ?? START,
      filter: streamNameFilter({ prefixes: prefixesOf(prefix), checkpointInterval: 1_000 }),
      requiresLeader: true,
    },
    { highWaterMark: PAGE },
  );
  let over = false;
  let failure: unknown;
  let wake = (): void => undefined;
  const end = (): void => {
    over = true;
    wake();
  };
  const stop = (): void => {
    subscription.unsubscribe().catch(() => undefined);
    end();
  };
  subscription.on('error', (error) => {
    failure = error;
    end();
  });
  subscription.on('end', end).on('close', end);
  subscription.on('readable', () => wake());
  // Pushed where it came, it is read after the events before it.
  subscription.on('caughtUp', () => void subscription.push(CAUGHT_UP));
  signal.addEventListener('abort', stop);
  try {
    while (!signal.aborted) {
      const page = pageOf(() => subscription.read() as Item | null);
      if (page !== undefined) yield page;
      else if (failure !== undefined) throw failure;
      else if (over) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (over) resolve();
        });
      }
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
    subscription.destroy();
  }
}

function pageOf(read: () => Item | null): SubscriptionPage | undefined {
  const events: AllStreamRecordedEvent[] = [];
  let caughtUp = false;
  while (events.length < PAGE) {
    const item = read();
    if (item === null) break;
    if (item === CAUGHT_UP) caughtUp = true;
    else {
      caughtUp = false;
      if (item.event) events.push(item.event);
    }
  }
  return events.length === 0 && !caughtUp ? undefined : { events, caughtUp };
}
