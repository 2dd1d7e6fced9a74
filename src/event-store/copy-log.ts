import { createHash } from 'node:crypto';
import { dataTextOf, leafHash } from './envelope.js';
import { EventStoreError, TargetRefused } from './errors.js';
import type { EventStore, Head, RecordedEvent } from './event-store.js';
import type { LogTarget } from './log-target.js';

/** What a log holds; two copies of a log are the same exactly where these are. */
export interface LogContents extends Head {
  readonly log: string;
  /** The log digest: SHA-256 over the leaf hashes of all events, 32 bytes each, in log order; lowercase hex. */
  readonly digest: string;
}

/** What is under way, and how many of so many events are done. */
export type CopyProgress = (step: 'comparing' | 'copying' | 'checking', done: number, of: number) => void;

/** The most events that are held at once. */
const BATCH = 500;

/**
 * Copies a log up to where it ends now: with its id, envelopes, salts, order and record times. What the target holds
 * has to be how the log begins; what was copied is read back and compared before it counts as a log.
 * @throws {TargetRefused} @throws {EventStoreError}
 */
export async function copyLog(
  source: Pick<EventStore, 'log' | 'head' | 'readAll'>,
  target: LogTarget,
  onProgress: CopyProgress,
): Promise<LogContents> {
  const head = await source.head();
  const originals = eachOf(source.readAll(1), head.position);
  let copied = 0;
  for await (const { event } of compared(target, originals)) {
    copied = event.position;
    onProgress('comparing', copied, head.position);
  }
  for await (const batch of batchesOf(originals)) {
    await target.add(batch);
    copied += batch.length;
    onProgress('copying', copied, head.position);
  }

  const hash = createHash('sha256');
  let last: Head = { position: 0, recordedAt: null };
  for await (const { event, leaf } of compared(target, eachOf(source.readAll(1), head.position))) {
    hash.update(leaf, 'hex');
    last = { position: event.position, recordedAt: event.recordedAt };
    onProgress('checking', last.position, head.position);
  }
  if (last.position !== head.position) {
    throw new TargetRefused(`the target holds ${last.position} events, not ${head.position}: try again`);
  }
  await target.finish();
  return { log: source.log, ...last, digest: hash.digest('hex') };
}

/** The target's events, each of them the original at its position. @throws {TargetRefused} at the first that isn't */
async function* compared(target: LogTarget, originals: AsyncIterator<RecordedEvent>) {
  for await (const event of eachOf(target.stored())) {
    const { value: original, done } = await originals.next();
    if (done) {
      throw new TargetRefused(
        `the target goes on after position ${event.position - 1}, where the source ends: it is not how the source begins`,
      );
    }
    const leaf = leafHash(event.envelope);
    const fault = faultOf(event) ?? differenceFrom(original, event, leaf);
    if (fault !== undefined) throw new TargetRefused(`the target is not how the source begins: ${fault}`);
    yield { event, leaf };
  }
}

function differenceFrom(original: RecordedEvent, event: RecordedEvent, leaf: string): string | undefined {
  const { position } = event;
  if (leaf !== leafHash(original.envelope)) return `another event is at position ${position}`;
  if (position !== original.position) return `the event of position ${original.position} is at ${position}`;
  if (event.recordedAt !== original.recordedAt) return `position ${position} has another record time`;
  return undefined;
}

/** Whether the payload is the one that the envelope was sealed for. */
function faultOf({ envelope, salt, data, position }: RecordedEvent): string | undefined {
  try {
    dataTextOf({ envelope, salt, data });
    return undefined;
  } catch (error) {
    if (!(error instanceof EventStoreError)) throw error;
    return `at position ${position}, ${error.message}`;
  }
}

async function* eachOf(
  pages: AsyncIterable<readonly RecordedEvent[]>,
  to = Number.POSITIVE_INFINITY,
): AsyncGenerator<RecordedEvent, undefined> {
  for await (const page of pages) {
    for (const event of page) {
      if (event.position > to) return;
      yield event;
    }
  }
}

/** What an iterator has left; whoever began it goes on with it. */
async function* batchesOf(events: AsyncIterator<RecordedEvent>): AsyncGenerator<readonly RecordedEvent[]> {
  let batch: RecordedEvent[] = [];
  for (let next = await events.next(); !next.done; next = await events.next()) {
    batch.push(next.value);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
