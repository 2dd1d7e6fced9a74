import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import { RevisionConflict, TargetRefused } from '../errors.js';
import type { RecordedEvent, SealedEvent } from '../event-store.js';
import type { LogTarget } from '../log-target.js';
import { prepareAppend } from '../prepared-append.js';
import { LOG_STREAM } from './all-event.js';
import { Appender } from './appender.js';
import { Counting } from './counting.js';
import { shareClient } from './kurrent-client.js';
import { asLogError } from './kurrent-errors.js';
import { logId, nameLog } from './log-identity.js';
import { PAGE_PATIENCE, pagesInTime } from './pages-in-time.js';
import { keepSubscribed } from './resubscribing.js';
import { checkedPrefix, DEFAULT_PREFIX } from './store-url.js';
import { sealedEvent } from './stored-event.js';
import type { Feed } from './subscription.js';

/** The most events of one append; the server takes 1 MiB at once, and an event has at most 60 KiB. */
const AT_ONCE = 12;

interface TargetOptions {
  readonly url: string;
  readonly prefix?: string | undefined;
  /** The id of the log that is copied. */
  readonly log: string;
  /** Milliseconds since 1970-01-01. */
  readonly clock: () => number;
  /** Milliseconds without a page after which a read of what is there is given up. */
  readonly patience?: number;
}

/**
 * A server that a log is copied to. Until it is whole no stream there names it, so that no service opens it.
 * @throws {TargetRefused} where another log is @throws {EventStoreError}
 */
export async function openKurrentTarget(options: TargetOptions): Promise<LogTarget> {
  const { url, prefix = DEFAULT_PREFIX, log, clock, patience = PAGE_PATIENCE } = options;
  const shared = shareClient(url);
  const { client, server } = shared;
  const feed: Feed = { client, server, prefix: checkedPrefix(prefix) };
  const appender = new Appender(feed);
  try {
    const known = await logId(feed);
    if (known !== undefined && known !== log) throw anotherLog(feed, known, log);
    return {
      isWhole: known !== undefined,
      stored: () => stored(feed, log, patience),
      // One after the other: of appends that are under way together, the server may store the later one first.
      add: async (events) => {
        for (const run of runsOf(events)) await append(appender, log, run);
      },
      finish: async () => {
        const named = known ?? (await nameLog(feed, clock(), log));
        if (named !== log) throw anotherLog(feed, named, log);
      },
      close: () => shared.release(),
    };
  } catch (error) {
    await shared.release();
    throw asLogError(error, server);
  }
}

const anotherLog = ({ server, prefix }: Feed, found: string, log: string): TargetRefused =>
  new TargetRefused(
    `on ${server}, under the prefix "${prefix}", there is another log, ${found}, not ${log}: choose another target`,
  );

/** All that the server has of the log now, numbered by counting. */
async function* stored(feed: Feed, log: string, patience: number): AsyncGenerator<readonly RecordedEvent[]> {
  const over = new AbortController();
  const counting = new Counting(feed.prefix, log, undefined);
  let position = 0;
  try {
    const pages = keepSubscribed(feed, {}, over.signal, { attempts: 2 });
    for await (const { events, caughtUp } of pagesInTime(pages, patience, feed.server)) {
      if (position === 0) assertOf(events, feed, log);
      const page = counting.events(events);
      position = page.at(-1)?.position ?? position;
      if (page.length > 0) yield page;
      if (caughtUp) return;
    }
  } finally {
    over.abort();
  }
}

/** Streams of another log, though none names it: of a migration that was not finished, say. */
function assertOf(events: readonly AllStreamRecordedEvent[], feed: Feed, log: string): void {
  for (const each of events) {
    const stream = each.streamId.slice(feed.prefix.length);
    if (each.streamId.startsWith('$$') || stream === LOG_STREAM) continue;
    const event = sealedEvent(each, stream);
    if (typeof event === 'string' || event.envelope.log === log) return;
    throw anotherLog(feed, event.envelope.log, log);
  }
}

/** Events of one stream that follow each other in the log go together. */
function runsOf(events: readonly SealedEvent[]): readonly SealedEvent[][] {
  const runs: SealedEvent[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    if (run && run.length < AT_ONCE && run[0]?.envelope.stream === event.envelope.stream) run.push(event);
    else runs.push([event]);
  }
  return runs;
}

async function append(appender: Appender, log: string, run: readonly SealedEvent[]): Promise<void> {
  const [first] = run as [SealedEvent];
  const { stream, revision } = first.envelope;
  try {
    await appender.append(prepareAppend(log, stream, revision - 1, run));
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
    throw new TargetRefused(`the target is being written by others: ${error.message}`, { cause: error });
  }
}
