import { type AllStreamRecordedEvent, BACKWARDS, END, type RecordedEvent as StoredEvent } from '@eventstore/db-client';
import { inTime } from './in-time.js';
import { asLogError, isAstray, typeOf } from './kurrent-errors.js';
import type { StorePoint } from './store-point.js';
import type { Feed } from './subscription.js';

/** Milliseconds without an answer after which a read is given up. */
export const READ_PATIENCE = 5_000;

interface Range {
  /** The first revision. */
  readonly from?: number;
  readonly limit?: number;
}

/**
 * Events of one of the server's streams, in order; undefined where there is no such stream, or it was deleted softly.
 * @throws {LogUnavailable} @throws {LogDamaged} when it was deleted for good
 */
export async function readStored(
  { client, server, prefix }: Feed,
  stream: string,
  { from = 0, limit = Number.MAX_SAFE_INTEGER }: Range = {},
  patience = READ_PATIENCE,
): Promise<readonly StoredEvent[] | undefined> {
  const reading = client.readStream(prefix + stream, {
    fromRevision: BigInt(from),
    maxCount: limit,
    requiresLeader: true,
  });
  try {
    return await taken(reading, patience);
  } catch (error) {
    if (typeOf(error) === 'stream-not-found') return undefined;
    throw asLogError(error, server);
  }
}

/** Where the server's log ends now, whoever wrote there last; undefined where nothing can be seen of it. */
export async function endOfLog({ client, server }: Feed, patience = READ_PATIENCE): Promise<StorePoint | undefined> {
  const reading = client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1, requiresLeader: true });
  try {
    const [last] = await taken(reading, patience);
    return last?.position;
  } catch (error) {
    throw asLogError(error, server);
  }
}

/** The first event of anybody's at a point or after it that the server shows; undefined where there is none. */
export async function storedFrom(
  { client, server }: Feed,
  point: StorePoint,
  patience = READ_PATIENCE,
): Promise<AllStreamRecordedEvent | undefined> {
  const reading = client.readAll({ fromPosition: point, maxCount: 1, requiresLeader: true });
  try {
    const [first] = await taken(reading, patience);
    return first;
  } catch (error) {
    if (isAstray(error)) return undefined;
    throw asLogError(error, server);
  }
}

interface Reading<E> extends AsyncIterable<{ readonly event?: E }> {
  cancel(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** All that a read brings, unless it pauses for too long: reads have no deadline of their own. */
async function taken<E>(reading: Reading<E>, patience: number): Promise<E[]> {
  const events: E[] = [];
  // What it fails with after it was given up concerns nobody.
  reading.on('error', () => undefined);
  const items = reading[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { value, done } = await inTime(patience, items.next());
      if (done) return events;
      if (value.event) events.push(value.event);
    }
  } catch (error) {
    reading.cancel().catch(() => undefined);
    throw error;
  }
}
