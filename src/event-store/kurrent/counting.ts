import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import { LogDamaged } from '../errors.js';
import type { RecordedEvent, SealedEvent } from '../event-store.js';
import { readAllEvent } from './all-event.js';
import { type LimitChange, type Numbered, recordedAtOf } from './positions.js';
import { notAfter, type StorePoint } from './store-point.js';

/** What is counted: an event with its position, a change of what hides events, or what is neither. */
export type Counted =
  | { readonly is: 'event'; readonly event: SealedEvent; readonly numbered: Numbered }
  | ({ readonly is: 'limit' } & LimitChange)
  | { readonly is: 'beside' };

/**
 * Numbers the log's events in the order of the server's log: by counting, with the running maximum of the writers'
 * clocks. Nothing else goes into it, so that every node comes to the same numbers.
 */
export class Counting {
  constructor(
    private readonly prefix: string,
    private readonly log: string,
    private last: Numbered | undefined,
  ) {}

  /** @throws {LogDamaged} for what can't be in an intact log */
  next(stored: AllStreamRecordedEvent): Counted {
    const read = readAllEvent(stored, this.prefix, this.log);
    if (read.is === 'beside') return read;
    if (read.is === 'metadata') return { is: 'limit', stream: read.stream, limit: read.limit };
    const written = Date.parse(read.event.envelope.recordedAt);
    const point: StorePoint = stored.position;
    if (this.last !== undefined && notAfter(point, this.last.point)) {
      throw new LogDamaged(
        `stream ${stored.streamId} has an event at ${point.commit}/${point.prepare}, where others were numbered before: ` +
          'if the server was restored from a backup, start this node anew, which numbers the log again',
      );
    }
    const numbered: Numbered = {
      position: (this.last?.position ?? 0) + 1,
      point,
      recordedAt: this.last === undefined ? written : Math.max(this.last.recordedAt, written),
    };
    this.last = numbered;
    return { is: 'event', event: read.event, numbered };
  }

  /** @throws {LogDamaged} for what can't be in an intact log */
  events(stored: readonly AllStreamRecordedEvent[]): RecordedEvent[] {
    const recorded: RecordedEvent[] = [];
    for (const each of stored) {
      const counted = this.next(each);
      if (counted.is !== 'event') continue;
      const { event, numbered } = counted;
      recorded.push({ ...event, position: numbered.position, recordedAt: recordedAtOf(numbered) });
    }
    return recorded;
  }
}
