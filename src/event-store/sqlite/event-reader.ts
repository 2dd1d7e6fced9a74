import type Database from 'better-sqlite3';
import type { JsonObject } from '../canonical.js';
import { ERASED_TEXT } from '../erased.js';
import { LogDamaged } from '../errors.js';
import type { Envelope, Head, RecordedEvent } from '../event-store.js';

/** The most events of one page. */
export const PAGE = 500;

interface EventRow {
  readonly seq: number;
  readonly revision: number;
  readonly recorded_at: number;
  readonly envelope: string;
  readonly salt: string;
  readonly data: string;
}

/** Reads of the log on one connection; every one of them throws LogDamaged where an event is missing or unreadable. */
export class EventReader {
  readonly #page;
  readonly #stream;
  readonly #last;
  #told = { milliseconds: 0, text: '1970-01-01T00:00:00.000Z' };

  constructor(private readonly database: Database.Database) {
    const columns = 'SELECT seq, revision, recorded_at, envelope, salt, data FROM events';
    this.#page = database.prepare<[number, number, number], EventRow>(
      `${columns} WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ?`,
    );
    this.#stream = database.prepare<[string], EventRow>(`${columns} WHERE stream = ? ORDER BY revision`);
    this.#last = database.prepare<[], Pick<EventRow, 'seq' | 'recorded_at'>>(
      'SELECT seq, recorded_at FROM events ORDER BY seq DESC LIMIT 1',
    );
  }

  head(): Head {
    const last = this.#last.get();
    return last === undefined
      ? { position: 0, recordedAt: null }
      : { position: last.seq, recordedAt: new Date(last.recorded_at).toISOString() };
  }

  /** The first events from position `from` to `to`, both included; empty past the end. */
  page(from: number, to: number): readonly RecordedEvent[] {
    return this.#page.all(from, to, PAGE).map((row, index) => {
      if (row.seq !== from + index) throw this.#damage(`event ${from + index} is missing`);
      return this.#recorded(row);
    });
  }

  stream(stream: string): readonly RecordedEvent[] {
    return this.#stream.all(stream).map((row, index) => {
      if (row.revision !== index) throw this.#damage(`revision ${index} of stream ${stream} is missing`);
      return this.#recorded(row);
    });
  }

  #recorded({ seq, recorded_at, envelope, salt, data }: EventRow): RecordedEvent {
    try {
      return {
        position: seq,
        recordedAt: this.#instant(recorded_at),
        envelope: JSON.parse(envelope) as Envelope,
        salt,
        ...(data === ERASED_TEXT && salt === ERASED_TEXT
          ? { data: {}, erased: true }
          : { data: JSON.parse(data) as JsonObject }),
      };
    } catch (error) {
      throw this.#damage(`event ${seq} can't be read`, error);
    }
  }

  /** Events come by the dozen in one millisecond, and writing it out takes as long as reading an envelope. */
  #instant(milliseconds: number): string {
    if (milliseconds !== this.#told.milliseconds) {
      this.#told = { milliseconds, text: new Date(milliseconds).toISOString() };
    }
    return this.#told.text;
  }

  #damage(what: string, cause?: unknown): LogDamaged {
    return new LogDamaged(`${this.database.name} is damaged: ${what}; restore it from a backup`, { cause });
  }
}
