import type Database from 'better-sqlite3';
import {
  type LastEvent,
  type LimitChange,
  type Numbered,
  type NumberedEvent,
  type PositionLookup,
  Positions,
} from './positions.js';
import { fromPositions } from './positions-damage.js';
import { positionsWriter } from './positions-writer.js';
import { later, notAfter, type StorePoint } from './store-point.js';

/** Milliseconds, and events, that are kept in memory before they are written: a transaction for each would take longest. */
const AT_LATEST = 200;
const AT_MOST = 1_000;

/** The positions of the node that keeps them: those in its file, and those that will be there in a moment. */
export class KeptPositions implements PositionLookup {
  readonly #stored: Positions;
  readonly #write: ReturnType<typeof positionsWriter>;
  readonly #recent: NumberedEvent[] = [];
  readonly #limits: LimitChange[] = [];
  readonly #revisions = new Map<string, number>();
  #reached: StorePoint | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** @param onFailure told when what was added can't be written; what is not damage is tried again with the next */
  constructor(
    private readonly database: Database.Database,
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.#stored = new Positions(database);
    this.#write = positionsWriter(database);
  }

  at(position: number): Numbered | undefined {
    const [first] = this.#recent;
    return first && position >= first.position ? this.#recent[position - first.position] : this.#stored.at(position);
  }

  last(): Numbered | undefined {
    return this.#recent.at(-1) ?? this.#stored.last();
  }

  /** All that is the log's up to there is numbered. */
  seen(): StorePoint | undefined {
    return later(this.#reached, later(this.#recent.at(-1)?.point, this.#stored.seen()));
  }

  /** All that is the log's up to there was added. */
  reach(point: StorePoint): void {
    this.#reached = point;
    this.#timer ??= setTimeout(() => this.#storeLate(), AT_LATEST);
  }

  /** Sees no further than the last event. */
  forgetSeen(): void {
    this.#reached = undefined;
    this.#stored.forgetSeen();
  }

  lastEvent(): LastEvent | undefined {
    return this.#recent.at(-1) ?? this.#stored.lastEvent();
  }

  /** The event that the server keeps at a point. */
  of(point: StorePoint): Numbered | undefined {
    // The last ones are asked for most.
    for (let index = this.#recent.length - 1; index >= 0; index -= 1) {
      const event = this.#recent[index] as NumberedEvent;
      if (!notAfter(point, event.point)) break;
      if (notAfter(event.point, point)) return event;
    }
    return this.#stored.of(point);
  }

  /** The revision of a stream's last numbered event; undefined where it has none. */
  revisionOf(stream: string): number | undefined {
    return this.#revisions.get(stream) ?? this.#stored.revisionOf(stream);
  }

  /** Streams of which something hides events, with what does. */
  limits(): ReadonlyMap<string, string> {
    return this.#stored.limits();
  }

  /** @throws {LogDamaged} as `store` does, if it is time to */
  add(events: readonly NumberedEvent[], limits: readonly LimitChange[]): void {
    for (const event of events) {
      this.#recent.push(event);
      this.#revisions.set(event.stream, event.revision);
    }
    this.#limits.push(...limits);
    if (this.#recent.length >= AT_MOST) this.store();
    else this.#timer ??= setTimeout(() => this.#storeLate(), AT_LATEST);
  }

  /** Writes what is in memory only. @throws {LogDamaged} where an event doesn't follow the last one of its stream */
  store(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const isNew = this.#recent.length > 0 || this.#limits.length > 0 || this.#reached !== undefined;
    if (!this.database.open || !isNew) return;
    fromPositions(() => this.#write(this.#recent, this.#limits, this.#reached));
    this.#reached = undefined;
    this.#recent.length = 0;
    this.#limits.length = 0;
    this.#revisions.clear();
  }

  #storeLate(): void {
    try {
      this.store();
    } catch (error) {
      this.onFailure(error);
    }
  }
}
