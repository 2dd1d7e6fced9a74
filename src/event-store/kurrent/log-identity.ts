import { NO_STREAM as NONE } from '@eventstore/db-client';
import { v4, validate } from 'uuid';
import { LogDamaged, LogUnavailable } from '../errors.js';
import { LOG_STREAM } from './all-event.js';
import { SERVER_DEADLINE } from './appender.js';
import { inTime } from './in-time.js';
import { asLogError, isPassing, typeOf } from './kurrent-errors.js';
import { READ_PATIENCE, readStored } from './stream-reading.js';
import { type Feed, subscribeOnce } from './subscription.js';

const STARTED = 'LogStarted';

/** The id of the log that is kept under the prefix; undefined where none is. @throws {LogUnavailable} @throws {LogDamaged} */
export async function logId(feed: Feed): Promise<string | undefined> {
  const [first] = (await readStored(feed, LOG_STREAM, { limit: 1 })) ?? [];
  if (first === undefined) return undefined;
  const { log } = (first.isJson ? first.data : {}) as { readonly log?: unknown };
  if (first.type !== STARTED || first.revision !== 0n || typeof log !== 'string' || !validate(log)) {
    throw new LogDamaged(`stream ${feed.prefix}${LOG_STREAM} does not begin as a log of this program does`);
  }
  return log;
}

/**
 * Starts a log under the prefix. Of several processes that start one at the same moment, one does; all get its id.
 * @param now milliseconds since 1970-01-01
 * @throws {LogUnavailable} @throws {LogDamaged} where there are streams already, but not the one that names the log
 */
export async function startLog(feed: Feed, now: number): Promise<string> {
  await assertEmpty(feed);
  return nameLog(feed, now, v4());
}

/**
 * Says which log the streams under the prefix are of, unless somebody has said so already.
 * @param now milliseconds since 1970-01-01. @returns the id that is there afterwards. @throws {LogUnavailable}
 */
export async function nameLog(feed: Feed, now: number, id: string): Promise<string> {
  const { client, prefix, server } = feed;
  const data = { log: id, prefix, created: new Date(now).toISOString() };
  const event = { id: v4(), type: STARTED, contentType: 'application/json' as const, data, metadata: undefined };
  try {
    await inTime(
      READ_PATIENCE,
      client.appendToStream(prefix + LOG_STREAM, event, {
        expectedRevision: NONE,
        deadline: SERVER_DEADLINE,
        requiresLeader: true,
      }),
    );
  } catch (error) {
    // Another process was first, or the answer was lost: either way the stream says which log it is.
    if (typeOf(error) !== 'wrong-expected-version' && !isPassing(error)) throw asLogError(error, server);
  }
  const log = await logId(feed);
  if (log === undefined) throw new LogUnavailable(`${server} did not take the start of a log`);
  return log;
}

/** Streams without the one that names their log would be taken into a second log. */
async function assertEmpty(feed: Feed): Promise<void> {
  const enough = new AbortController();
  const timer = setTimeout(() => enough.abort(), 10 * READ_PATIENCE);
  try {
    for await (const { events, caughtUp } of subscribeOnce(feed, undefined, enough.signal)) {
      timer.refresh();
      const other = events.find(({ streamId }) => streamId !== feed.prefix + LOG_STREAM);
      if (other) {
        throw new LogDamaged(
          `there is ${other.streamId}, but no ${feed.prefix}${LOG_STREAM}: finish the migration to it, restore the event store, or use another prefix`,
        );
      }
      // Somebody else has just started it, or nobody ever has.
      if (caughtUp || events.length > 0) return;
    }
  } catch (error) {
    throw asLogError(error, feed.server);
  } finally {
    clearTimeout(timer);
  }
  throw new LogUnavailable(
    `${feed.server} could not be searched for a log in time; it must be of version 23.10 or later`,
  );
}
