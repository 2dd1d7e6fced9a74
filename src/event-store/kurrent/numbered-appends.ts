import { AppendTooLarge, InvalidAppend, LogDamaged, LogUnavailable, RevisionConflict } from '../errors.js';
import type { Appended } from '../event-store.js';
import type { PreparedAppend } from '../prepared-append.js';
import { LOG_STREAM } from './all-event.js';
import type { Appender } from './appender.js';
import type { Arrival } from './arrivals.js';
import type { Numbering } from './numbering.js';
import { type Numbered, recordedAtOf } from './positions.js';
import { isTold, notAfter, type StorePoint, storePosition } from './store-point.js';
import { sealedEvent } from './stored-event.js';
import { readStored } from './stream-reading.js';
import type { Feed } from './subscription.js';

/** The server takes 1 MiB at once, unless it is told otherwise; types and what frames the events are in it too. */
const MAX_APPEND_BYTES = 1_048_576 - 16_384;
const FRAME_BYTES = 256;

/** @throws {InvalidAppend} @throws {AppendTooLarge} for what must not reach the server */
export function assertTakes({ stream, events }: PreparedAppend): void {
  if (stream === LOG_STREAM) throw new InvalidAppend(`stream "${stream}" is the log's own`);
  let bytes = 0;
  for (const { envelope, data } of events) bytes += Buffer.byteLength(envelope) + Buffer.byteLength(data) + FRAME_BYTES;
  if (bytes > MAX_APPEND_BYTES) throw new AppendTooLarge(bytes, MAX_APPEND_BYTES);
}

/** Appends, and waits until this node has numbered what was appended. */
export class NumberedAppends {
  /** @param patience milliseconds of waiting, past which the answer has the store's own position */
  constructor(
    private readonly feed: Feed,
    private readonly appender: Appender,
    private readonly numbering: Numbering,
    private readonly patience: number,
  ) {}

  /** @throws {RevisionConflict} @throws {LogUnavailable} @throws {LogDamaged} */
  async append(prepared: PreparedAppend): Promise<Appended> {
    const { id, recordedAt } = lastOf(prepared).envelope;
    const before = this.numbering.seen;
    // Awaited before it is sent: it may be numbered before it is answered.
    const arrival = this.numbering.arrivals.of(id);
    try {
      const { point } = await this.appender.append(prepared);
      const isOld = point === undefined || (before !== undefined && notAfter(point, before));
      const stored = isOld ? await this.#storedBefore(prepared) : await this.#arrived(prepared, arrival, point);
      const revision = prepared.expectedRevision + prepared.events.length;
      return 'position' in stored
        ? { revision, position: stored.position, recordedAt: recordedAtOf(stored) }
        : { revision, position: storePosition(stored), recordedAt: this.#latest(recordedAt) };
    } finally {
      this.numbering.arrivals.forget(id, arrival);
    }
  }

  #latest(recordedAt: string): string {
    const known = this.numbering.head.recordedAt ?? recordedAt;
    return known > recordedAt ? known : recordedAt;
  }

  /** Its number; its point if that takes too long. @throws {RevisionConflict} if another's event stands in its place */
  async #arrived(prepared: PreparedAppend, arrival: Arrival, point: StorePoint): Promise<Numbered | StorePoint> {
    const event = await arrival.within(this.patience);
    if (event === undefined) return point;
    if (event.salt !== lastOf(prepared).salt) throw takenBefore(prepared);
    return event;
  }

  /** The server goes by ids alone: what it answers as stored may be stored for long, and with other content. */
  async #storedBefore(prepared: PreparedAppend): Promise<Numbered | StorePoint> {
    const { stream, expectedRevision, events } = prepared;
    const revision = expectedRevision + events.length;
    const [stored] = (await readStored(this.feed, stream, { from: revision, limit: 1 })) ?? [];
    const read = stored && sealedEvent(stored, stream);
    if (!isTold(stored?.position) || read === undefined || typeof read === 'string') {
      throw this.#damaged(stream, `has no event at revision ${revision}, which was stored`);
    }
    if (read.salt !== lastOf(prepared).salt) throw takenBefore(prepared);
    const point = stored.position;
    try {
      const numbered = await this.numbering.at(point, this.patience);
      if (numbered) return numbered;
    } catch (error) {
      // It is stored, and where; only its number has to wait.
      if (error instanceof LogUnavailable) return point;
      throw error;
    }
    throw this.#damaged(stream, `has an event at revision ${revision} that is not in the log`);
  }

  #damaged(stream: string, what: string): LogDamaged {
    return new LogDamaged(`stream ${this.feed.prefix}${stream} ${what}: restore the event store from a backup`);
  }
}

const lastOf = ({ events }: PreparedAppend) => (events.at(-1) as PreparedAppend['events'][number]).event;

const takenBefore = ({ stream, expectedRevision, events }: PreparedAppend): RevisionConflict =>
  new RevisionConflict(stream, expectedRevision, expectedRevision + events.length);
