import { createHash } from 'node:crypto';
import { assertErasedWhole, differenceFrom, faultOf, toldOtherwise } from './copied-event.js';
import { leafHash } from './envelope.js';
import { PAYLOAD_ERASED, withoutPayload } from './erased.js';
import { TargetRefused } from './errors.js';
import type { EventStore, Head, RecordedEvent, SealedEvent } from './event-store.js';
import type { LogTarget } from './log-target.js';
import { MissingPayloads } from './missing-payloads.js';

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

/** A log as it is copied from. */
export type LogSource = Pick<EventStore, 'log' | 'head' | 'readAll'>;

/** What is left out of a copy, and how the copy tells it. */
export interface LeftOut {
  /** Whether the payload of the event is left out. */
  has(event: RecordedEvent): boolean;
  /** The events that say so, in the order in which they follow the last of the source. */
  readonly told: readonly SealedEvent[];
  /** Whether an event of the target is the one that was to be told there, sealed at another time maybe. */
  isTold(event: RecordedEvent, index: number): boolean;
}

const NOTHING: LeftOut = { has: () => false, told: [], isTold: () => false };

/**
 * Copies a log up to a position: with its id, envelopes, salts, order and record times. What the target holds has to
 * be how the log begins; what was copied is read back and compared before it counts as a log.
 * @param head where the source ended when somebody looked
 * @throws {TargetRefused} @throws {EventStoreError}
 */
export async function copyLog(
  source: LogSource,
  head: number,
  target: LogTarget,
  onProgress: CopyProgress,
  leftOut: LeftOut = NOTHING,
): Promise<LogContents> {
  const end = head + leftOut.told.length;
  const copy: Copy = { target, leftOut, head };
  const originals = eachOf(source.readAll(1), head);
  let copied = 0;
  for await (const { event } of compared(copy, originals)) {
    copied = event.position;
    onProgress('comparing', copied, end);
  }
  if (leftOut.told.length > 0 && target.isWhole && copied < head) {
    throw new TargetRefused(
      `the target ends at position ${copied}, the source at ${head}: a copy from which something is left out is not a log ` +
        'before it is whole. Choose a target without a log',
    );
  }
  for await (const batch of batchesOf(originals)) {
    for (const event of batch) assertErasedWhole(event);
    await target.add(batch.map((event) => (leftOut.has(event) ? withoutPayload(event) : event)));
    copied += batch.length;
    onProgress('copying', copied, end);
  }
  await target.add(leftOut.told.slice(copied - head));

  const hash = createHash('sha256');
  const payloads = new MissingPayloads();
  let last: Head = { position: 0, recordedAt: null };
  for await (const { event, leaf } of compared(copy, eachOf(source.readAll(1), head))) {
    hash.update(leaf, 'hex');
    const { id, type } = event.envelope;
    if (event.erased) payloads.missing(id, event.position);
    else if (type === PAYLOAD_ERASED) payloads.said(String(event.data.event), event.position);
    last = { position: event.position, recordedAt: event.recordedAt };
    onProgress('checking', last.position, end);
  }
  if (last.position !== end) throw new TargetRefused(`the target holds ${last.position} events, not ${end}: try again`);
  const fault = payloads.fault();
  if (fault !== undefined) throw new TargetRefused(`the source is damaged: ${fault}`);
  await target.finish();
  return { log: source.log, ...last, digest: hash.digest('hex') };
}

interface Copy {
  readonly target: LogTarget;
  readonly leftOut: LeftOut;
  /** Where the source ends. */
  readonly head: number;
}

/** The target's events, each of them the original at its position. @throws {TargetRefused} at the first that isn't */
async function* compared({ target, leftOut, head }: Copy, originals: AsyncIterator<RecordedEvent>) {
  for await (const event of eachOf(target.stored())) {
    const leaf = leafHash(event.envelope);
    const { value: original, done } = await originals.next();
    if (done && !leftOut.isTold(event, event.position - head - 1)) {
      throw new TargetRefused(
        `the target goes on after position ${event.position - 1}, where the source ends: it is not how the source begins`,
      );
    }
    const difference = done
      ? toldOtherwise(event, leftOut.told[event.position - head - 1])
      : differenceFrom(original, event, { leaf, isLeftOut: leftOut.has(original) });
    const fault = faultOf(event) ?? difference;
    if (fault !== undefined) throw new TargetRefused(`the target is not how the source begins: ${fault}`);
    yield { event, leaf };
  }
}

export async function* eachOf(
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
