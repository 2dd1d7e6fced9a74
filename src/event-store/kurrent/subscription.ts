import {
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { prefixesOf } from './all-event.js';
import { isTold, notAfter, type StorePoint } from './store-point.js';

/** The most events of one page. */
const PAGE = 500;
/** Stands in the subscription's queue where it had brought everything that the server had. */
const CAUGHT_UP = Symbol('caught up');
/** Events that the server looks through at once; past as many, it tells how far it is where none of them is ours. */
const WINDOW = 500;

/** Stands in the queue after all that is ours up to there. */
class Checkpoint {
  constructor(readonly point: StorePoint) {}
}
type Item = AllStreamResolvedEvent | Checkpoint | typeof CAUGHT_UP;

export interface SubscriptionPage {
  readonly events: readonly AllStreamRecordedEvent[];
  /** All that is ours up to there is in this page or those before it; undefined while that isn't known. */
  readonly through: StorePoint | undefined;
  /** With this page it has brought all that there was at some moment since it began. */
  readonly caughtUp: boolean;
}

export interface Feed {
  readonly client: EventStoreDBClient;
  readonly server: string;
  readonly prefix: string;
}

/**
 * One subscription to our part of `$all`, after a point, in pages as large as what has come. The client tells of
 * checkpoints before the events that came earlier were read; so each is put in line behind them.
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
      filter: streamNameFilter({
        prefixes: prefixesOf(prefix),
        maxSearchWindow: WINDOW,
        checkpointInterval: 1,
        checkpointReached: (from, point) => void from.push(new Checkpoint(point)),
      }),
      requiresLeader: true,
    },
    { highWaterMark: PAGE },
  );
  let through = after;
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
      const page = pageOf(() => subscription.read() as Item | null, through);
      if (page !== undefined) {
        through = page.through;
        yield page;
      } else if (failure !== undefined) throw failure;
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

function pageOf(read: () => Item | null, after: StorePoint | undefined): SubscriptionPage | undefined {
  const events: AllStreamRecordedEvent[] = [];
  let caughtUp = false;
  let through = after;
  while (events.length < PAGE) {
    const item = read();
    if (item === null) break;
    if (item === CAUGHT_UP) caughtUp = true;
    else if (item instanceof Checkpoint) {
      if (isTold(item.point) && !(through && notAfter(item.point, through))) through = item.point;
    } else {
      if (!item.event) continue;
      events.push(item.event);
      through = item.event.position;
    }
  }
  return events.length === 0 && !caughtUp && through === after ? undefined : { events, caughtUp, through };
}
