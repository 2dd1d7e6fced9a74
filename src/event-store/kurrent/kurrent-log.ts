import { AppendTooLarge, InvalidAppend, LogDamaged, LogUnavailable, RevisionConflict } from '../errors.js';
import {
  type Appended,
  type EventStore,
  type Head,
  NO_STREAM,
  type RecordedEvent,
  type SealedEvent,
  type StorePosition,
} from '../event-store.js';
import { type PreparedAppend, prepareAppend } from '../prepared-append.js';
import { LOG_STREAM } from './all-event.js';
import type { Appender } from './appender.js';
import { inTime } from './in-time.js';
import { NotInTime } from './kurrent-errors.js';
import type { NumberedReading } from './numbered-reading.js';
import type { Arrival, Numbering } from './numbering.js';
import { headOf, type Numbered, type Positions } from './positions.js';
import { notAfter, parseStorePosition, type StorePoint, storePosition } from './store-point.js';
import { sealedEvent } from './stored-event.js';
import { endOfLog, readStored } from './stream-reading.js';
import { type Feed, subscribeOnce } from './subscription.js';

/** The server takes 1 MiB at once, unless it is told otherwise; types and what frames the events are in it too. */
const MAX_APPEND_BYTES = 1_048_576 - 16_384;
const FRAME_BYTES = 256;

export interface KurrentLogParts {
  readonly feed: Feed;
  readonly positions: Positions;
  readonly numbering: Numbering;
  readonly appender: Appender;
  readonly reading: NumberedReading;
  /** Milliseconds a write, or a question, waits for this node to number what it is about. */
  readonly patience: number;
  readonly onClose: () => Promise<void>;
}

/** The log in KurrentDB: the server keeps the events, this node numbers them. */
export class KurrentLog implements EventStore {
  readonly #appends = new Set<Promise<unknown>>();
  readonly #closed = new AbortController();
  #closing: Promise<void> | undefined;
  /** Up to there the server's log has nothing of ours that this node has not seen. */
  #searched: StorePoint | undefined;

  constructor(
    readonly log: string,
    private readonly parts: KurrentLogParts,
  ) {}

  async append(stream: string, expectedRevision: number, events: readonly SealedEvent[]): Promise<Appended> {
    this.#assertOpen();
    const prepared = prepareAppend(this.log, stream, expectedRevision, events);
    assertTakes(prepared);
    const appending = this.#append(prepared);
    this.#appends.add(appending);
    try {
      return await appending;
    } finally {
      this.#appends.delete(appending);
    }
  }

  async readStream(stream: string): Promise<readonly RecordedEvent[]> {
    this.#assertOpen();
    const { feed, numbering, positions, patience } = this.parts;
    await numbering.caughtUp(patience);
    const known = positions.revisionOf(stream) ?? NO_STREAM;
    const stored = (await readStored(feed, stream)) ?? [];
    numbering.assertSound();
    const damaged = (what: string) =>
      new LogDamaged(`stream ${feed.prefix}${stream} ${what}: restore the event store from a backup`);
    if (stored.length <= known) throw damaged(`has ${stored.length} events, not ${known + 1}`);
    const recorded: RecordedEvent[] = [];
    for (const [revision, each] of stored.entries()) {
      const event = sealedEvent(each, stream);
      if (typeof event === 'string')
        throw damaged(`has an event at revision ${each.revision} that is not ours (${event})`);
      if (event.envelope.revision !== revision) throw damaged(`has lost the event at revision ${revision}`);
      const numbered = each.position && (await numbering.at(each.position, patience));
      if (!numbered) throw damaged(`has an event at revision ${revision} that is not in the log`);
      recorded.push({ ...event, ...headOf(numbered) } as RecordedEvent);
    }
    return recorded;
  }

  readAll(from: number): AsyncIterable<readonly RecordedEvent[]> {
    this.#assertOpen();
    const { reading, numbering } = this.parts;
    return reading.between(Math.max(from, 1), numbering.head.position, this.#closed.signal);
  }

  async *subscribeAll(from: number, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    this.#assertOpen();
    if (signal.aborted) return;
    const over = new AbortController();
    const end = (): void => over.abort();
    signal.addEventListener('abort', end);
    this.#closed.signal.addEventListener('abort', end);
    try {
      for await (const page of this.parts.reading.from(Math.max(from, 1), over.signal)) {
        if (over.signal.aborted) return;
        yield page;
      }
    } finally {
      signal.removeEventListener('abort', end);
      this.#closed.signal.removeEventListener('abort', end);
      over.abort();
    }
  }

  /** What the server has, whoever wrote it: another node may have, and this one not yet have numbered it. */
  async head(): Promise<Head> {
    this.#assertOpen();
    const { feed, numbering, patience } = this.parts;
    await numbering.caughtUp(patience);
    const end = await endOfLog(feed);
    const isSeen = (point: StorePoint | undefined): boolean =>
      end === undefined || (point !== undefined && notAfter(end, point));
    if (!isSeen(numbering.seen) && !isSeen(this.#searched)) await this.#search(end as StorePoint);
    numbering.assertSound();
    return numbering.head;
  }

  async positionOf(text: StorePosition): Promise<number | undefined> {
    this.#assertOpen();
    const point = parseStorePosition(text);
    if (point === undefined) return undefined;
    return (await this.parts.numbering.at(point, this.parts.patience))?.position;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #append(prepared: PreparedAppend): Promise<Appended> {
    const { numbering, appender, patience } = this.parts;
    // Before that it isn't known whether the log is sound.
    await numbering.caughtUp(patience);
    const { id, recordedAt } = (prepared.events.at(-1) as PreparedAppend['events'][number]).event.envelope;
    const before = numbering.seen;
    const arrival = numbering.awaits(id);
    try {
      const { point } = await appender.append(prepared);
      const isOld = point === undefined || (before !== undefined && notAfter(point, before));
      const numbered = isOld ? await this.#storedBefore(prepared) : await this.#arrived(prepared, arrival);
      const revision = prepared.expectedRevision + prepared.events.length;
      if (numbered) return { revision, ...(headOf(numbered) as Pick<RecordedEvent, 'position' | 'recordedAt'>) };
      const latest = numbering.head.recordedAt ?? recordedAt;
      return {
        revision,
        position: storePosition(point as StorePoint),
        recordedAt: latest > recordedAt ? latest : recordedAt,
      };
    } finally {
      arrival.forget();
    }
  }

  /** Its number; undefined if that takes too long. @throws {RevisionConflict} if another's event was stored in its place */
  async #arrived(prepared: PreparedAppend, { arrived }: Arrival): Promise<Numbered | undefined> {
    try {
      const event = await inTime(this.parts.patience, arrived);
      if (event.salt === prepared.events.at(-1)?.event.salt) return event;
    } catch (error) {
      if (error instanceof NotInTime) return undefined;
      throw error;
    }
    throw takenBefore(prepared);
  }

  /** The server goes by ids alone: what it answers as stored may be stored for long, and with other content. */
  async #storedBefore(prepared: PreparedAppend): Promise<Numbered> {
    const { feed, numbering, patience } = this.parts;
    const { stream, expectedRevision, events } = prepared;
    const from = expectedRevision + events.length;
    const [stored] = (await readStored(feed, stream, { from, limit: 1 })) ?? [];
    const read = stored && sealedEvent(stored, stream);
    if (stored?.position === undefined || read === undefined || typeof read === 'string') {
      throw new LogDamaged(`stream ${feed.prefix}${stream} has no event at revision ${from}, which was stored`);
    }
    if (read.salt !== events.at(-1)?.event.salt) throw takenBefore(prepared);
    const numbered = await numbering.at(stored.position, patience);
    if (numbered) return numbered;
    throw new LogDamaged(`stream ${feed.prefix}${stream} has an event that is not in the log`);
  }

  async #search(end: StorePoint): Promise<void> {
    const { feed, numbering, patience } = this.parts;
    const { seen } = numbering;
    const from = seen && this.#searched && notAfter(seen, this.#searched) ? this.#searched : seen;
    const over = new AbortController();
    const search = async (): Promise<void> => {
      let last: StorePoint | undefined;
      for await (const { events, caughtUp } of subscribeOnce(feed, from, over.signal)) {
        last = events.at(-1)?.position ?? last;
        if (!caughtUp) continue;
        if (last) await numbering.at(last, patience);
        this.#searched = end;
        return;
      }
      throw new LogUnavailable(`${feed.server} ended a read of its log early`);
    };
    try {
      await inTime(patience, search());
    } catch (error) {
      if (error instanceof NotInTime) throw new LogUnavailable(`the end of the log was not reached: ${error.message}`);
      throw error;
    } finally {
      over.abort();
    }
  }

  async #close(): Promise<void> {
    // Accepted appends are finished first; new ones are refused from now on.
    const accepted = [...this.#appends];
    this.#closed.abort();
    await Promise.allSettled(accepted);
    await this.parts.onClose();
  }

  #assertOpen(): void {
    if (this.#closed.signal.aborted) throw new LogUnavailable('the log is closed');
  }
}

const takenBefore = ({ stream, expectedRevision, events }: PreparedAppend): RevisionConflict =>
  new RevisionConflict(stream, expectedRevision, expectedRevision + events.length);

/** @throws {InvalidAppend} @throws {AppendTooLarge} */
function assertTakes({ stream, events }: PreparedAppend): void {
  if (stream === LOG_STREAM) throw new InvalidAppend(`stream "${stream}" is the log's own`);
  let bytes = 0;
  for (const { envelope, data } of events) bytes += Buffer.byteLength(envelope) + Buffer.byteLength(data) + FRAME_BYTES;
  if (bytes > MAX_APPEND_BYTES) throw new AppendTooLarge(bytes, MAX_APPEND_BYTES);
}
