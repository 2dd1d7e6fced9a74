import type { JsonObject } from './canonical.js';
import { CommitSignal } from './commit-signal.js';
import { LogUnavailable, RevisionConflict } from './errors.js';
import {
  type Appended,
  type EventStore,
  type Head,
  NO_STREAM,
  type RecordedEvent,
  type SealedEvent,
} from './event-store.js';
import { prepareAppend } from './prepared-append.js';

const PAGE = 500;

/**
 * A log that starts as another one is, or was, and goes its own way in memory: what is appended here never reaches the
 * other, and what was appended there afterwards isn't seen here.
 */
export class OverlayStore implements EventStore {
  readonly refusesRepeats = true;
  readonly log: string;
  readonly #base: EventStore;
  readonly #start: Head;
  readonly #added: RecordedEvent[] = [];
  readonly #streams = new Map<string, RecordedEvent[]>();
  readonly #commits = new CommitSignal();
  #closed = false;

  private constructor(base: EventStore, start: Head) {
    this.log = base.log;
    this.#base = base;
    this.#start = start;
  }

  /** @param start where it goes its own way: where the other one ends, or an earlier position with its record time */
  static async over(base: EventStore, start?: Head): Promise<OverlayStore> {
    return new OverlayStore(base, start ?? (await base.head()));
  }

  async append(stream: string, expectedRevision: number, events: readonly SealedEvent[]): Promise<Appended> {
    this.#assertOpen();
    const prepared = prepareAppend(this.log, stream, expectedRevision, events);
    const below = this.#streams.has(stream) ? [] : await this.#readBase(stream);
    // Looked up only now: another append may have started the stream while this one read below.
    const added = this.#streams.get(stream) ?? [];
    const actual = (added.at(-1) ?? below.at(-1))?.envelope.revision ?? NO_STREAM;
    if (actual !== expectedRevision) throw new RevisionConflict(stream, expectedRevision, actual);

    const head = this.#head();
    let position = head.position;
    // Instants in one form compare as their texts do; the empty text is before them all.
    let recordedAt = head.recordedAt ?? '';
    for (const { event, data } of prepared.events) {
      position += 1;
      if (event.envelope.recordedAt > recordedAt) recordedAt = event.envelope.recordedAt;
      // As any log gives it back: its members in canonical order.
      const recorded: RecordedEvent = { ...event, data: JSON.parse(data) as JsonObject, position, recordedAt };
      added.push(recorded);
      this.#added.push(recorded);
    }
    this.#streams.set(stream, added);
    this.#commits.notify();
    return { revision: expectedRevision + events.length, position, recordedAt };
  }

  async readStream(stream: string): Promise<readonly RecordedEvent[]> {
    this.#assertOpen();
    const below = await this.#readBase(stream);
    return [...below, ...(this.#streams.get(stream) ?? [])];
  }

  readAll(from: number): AsyncIterable<readonly RecordedEvent[]> {
    this.#assertOpen();
    return this.#pages(from, this.#head().position);
  }

  async *subscribeAll(from: number, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    this.#assertOpen();
    let next = Math.max(from, 1);
    while (!signal.aborted && !this.#closed) {
      const head = this.#head().position;
      if (next > head) {
        await this.#commits.next(signal);
        continue;
      }
      for await (const page of this.#pages(next, head)) {
        if (signal.aborted || this.#closed) return;
        yield page;
      }
      next = head + 1;
    }
  }

  async head(): Promise<Head> {
    this.#assertOpen();
    return this.#head();
  }

  /** Ends this log; the one below stays open. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#commits.notify();
  }

  #head(): Head {
    const last = this.#added.at(-1);
    return last === undefined ? this.#start : { position: last.position, recordedAt: last.recordedAt };
  }

  async #readBase(stream: string): Promise<readonly RecordedEvent[]> {
    const events = await this.#base.readStream(stream);
    return events.filter(({ position }) => position <= this.#start.position);
  }

  async *#pages(from: number, to: number): AsyncIterable<readonly RecordedEvent[]> {
    if (from <= this.#start.position) {
      for await (const page of this.#base.readAll(from)) {
        const kept = page.filter(({ position }) => position <= this.#start.position);
        if (kept.length > 0) yield kept;
        if (kept.length < page.length) break;
      }
    }
    const end = to - this.#start.position;
    for (let index = Math.max(from - this.#start.position - 1, 0); index < end; index += PAGE) {
      yield this.#added.slice(index, Math.min(index + PAGE, end));
    }
  }

  #assertOpen(): void {
    if (this.#closed) throw new LogUnavailable('the log is closed');
  }
}
