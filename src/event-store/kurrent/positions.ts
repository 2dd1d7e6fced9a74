import type Database from 'better-sqlite3';
import type { Head } from '../event-store.js';
import { fromPositions } from './positions-damage.js';
import { later, parseStorePosition, type StorePoint } from './store-point.js';

/** An event with its number and where the server keeps it. */
export interface Numbered {
  readonly position: number;
  readonly point: StorePoint;
  /** Milliseconds since 1970-01-01, the running maximum. */
  readonly recordedAt: number;
}

/** An event that is numbered now, as far as the positions keep it. */
export interface NumberedEvent extends Numbered {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
}

/** The event that was numbered last: by it, a log that was replaced is told from the one that was numbered. */
export interface LastEvent {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly point: StorePoint;
}

/** A change of what hides events of a stream: `$tb`, `$maxCount` or `$maxAge`, or nothing any more. */
export interface LimitChange {
  readonly stream: string;
  readonly limit: string | undefined;
}

interface Row {
  readonly seq: bigint;
  readonly commit_at: bigint;
  readonly prepare_at: bigint;
  readonly recorded_at: bigint;
}

const numbered = (row: Row): Numbered => ({
  position: Number(row.seq),
  point: { commit: row.commit_at, prepare: row.prepare_at },
  recordedAt: Number(row.recorded_at),
});

export const recordedAtOf = ({ recordedAt }: Numbered): string => new Date(recordedAt).toISOString();

export const headOf = (last: Numbered | undefined): Head =>
  last === undefined ? { position: 0, recordedAt: null } : { position: last.position, recordedAt: recordedAtOf(last) };

/** What is read by position. */
export interface PositionLookup {
  /** The event of a position; undefined where it isn't numbered yet. */
  at(position: number): Numbered | undefined;
  last(): Numbered | undefined;
  /** All that is the log's up to there is numbered. */
  seen(): StorePoint | undefined;
}

/** The numbers of the log's events, in a file of this node's; all of it can be derived from the log again. */
export class Positions implements PositionLookup {
  readonly #at;
  readonly #of;
  readonly #last;
  readonly #revision;

  constructor(private readonly database: Database.Database) {
    const columns = 'SELECT seq, commit_at, prepare_at, recorded_at FROM positions';
    this.#at = database.prepare<[number], Row>(`${columns} WHERE seq = ?`).safeIntegers();
    this.#of = database
      .prepare<[bigint, bigint], Row>(`${columns} WHERE commit_at = ? AND prepare_at = ?`)
      .safeIntegers();
    this.#last = database.prepare<[], Row>(`${columns} ORDER BY seq DESC LIMIT 1`).safeIntegers();
    this.#revision = database.prepare<[string], number>('SELECT revision FROM streams WHERE stream = ?').pluck();
  }

  at(position: number): Numbered | undefined {
    const row = fromPositions(() => this.#at.get(position));
    return row && numbered(row);
  }

  /** The event that the server keeps at a point. */
  of({ commit, prepare }: StorePoint): Numbered | undefined {
    const row = fromPositions(() => this.#of.get(commit, prepare));
    return row && numbered(row);
  }

  last(): Numbered | undefined {
    const row = fromPositions(() => this.#last.get());
    return row && numbered(row);
  }

  /** All that is the log's up to there is numbered. */
  seen(): StorePoint | undefined {
    const text = this.#meta('seen');
    return later(text === undefined ? undefined : parseStorePosition(text), this.last()?.point);
  }

  /** Sees no further than the last event. */
  forgetSeen(): void {
    fromPositions(() => this.database.exec(`DELETE FROM meta WHERE name = 'seen'`));
  }

  lastEvent(): LastEvent | undefined {
    const [text, last] = [this.#meta('last'), this.last()];
    if (text === undefined || last === undefined) return undefined;
    return { ...(JSON.parse(text) as Omit<LastEvent, 'point'>), point: last.point };
  }

  /** Streams of which something hides events, with what does. */
  limits(): ReadonlyMap<string, string> {
    return new Map(this.database.prepare<[], [string, string]>('SELECT stream, what FROM limits').raw().all());
  }

  /** The revision of a stream's last numbered event; undefined where it has none. */
  revisionOf(stream: string): number | undefined {
    return fromPositions(() => this.#revision.get(stream));
  }

  #meta(name: string): string | undefined {
    const query = this.database.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck();
    return fromPositions(() => query.get(name));
  }
}
