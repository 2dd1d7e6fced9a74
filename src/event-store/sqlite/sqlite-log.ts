import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { CommitSignal } from '../commit-signal.js';
import type { CommittedGroup } from '../committed-group.js';
import { LogReadOnly, LogUnavailable } from '../errors.js';
import type { Appended, EventStore, Head, RecordedEvent, SealedEvent } from '../event-store.js';
import { prepareAppend } from '../prepared-append.js';
import { AppendQueue } from './append-queue.js';
import { EventReader, PAGE } from './event-reader.js';
import { eventWriter } from './event-writer.js';
import { asLogError } from './sqlite-errors.js';
import { verifyLog } from './verify-log.js';
import type { WriterLock } from './writer-lock.js';

/** How often a read-only log looks for what the writing process has committed. */
const LOOK_AGAIN_MS = 100;

/** The embedded log. SQLite is called synchronously, so nothing can be committed between a read and what follows it. */
export class SqliteLog implements EventStore {
  readonly refusesRepeats = true;
  readonly #reader: EventReader;
  readonly #queue: AppendQueue | undefined;
  readonly #commits = new CommitSignal();
  #onLook: (() => void) | undefined;

  /** @param lock the writer lock, released by `close`. @param onGroup told of every transaction that appends */
  constructor(
    readonly log: string,
    private readonly database: Database.Database,
    private readonly lock: WriterLock | undefined,
    onGroup?: (group: CommittedGroup) => void,
  ) {
    this.#reader = new EventReader(database);
    if (database.readonly) return;
    const write = eventWriter(database, onGroup);
    this.#queue = new AppendQueue((appends) => {
      const outcomes = this.#guarded(() => write(appends));
      this.look();
      return outcomes;
    });
  }

  async append(
    stream: string,
    expectedRevision: number,
    events: readonly SealedEvent[],
    patient = false,
  ): Promise<Appended> {
    this.#assertOpen();
    if (this.#queue === undefined) throw new LogReadOnly(`${this.database.name} is open for reading only`);
    return this.#queue.add(prepareAppend(this.log, stream, expectedRevision, events), patient);
  }

  async readStream(stream: string): Promise<readonly RecordedEvent[]> {
    return this.#guarded(() => this.#reader.stream(stream));
  }

  readAll(from: number): AsyncIterable<readonly RecordedEvent[]> {
    return this.#pages(Math.max(from, 1), this.#guarded(() => this.#reader.head()).position);
  }

  async *subscribeAll(from: number, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    this.#assertOpen();
    let next = Math.max(from, 1);
    while (!signal.aborted && this.database.open) {
      const page = this.#guarded(() => this.#reader.page(next, Number.MAX_SAFE_INTEGER));
      if (page.length === 0) {
        await this.#nextCommit(signal);
        continue;
      }
      next += page.length;
      yield page;
      if (page.length === PAGE) await nextTurn();
    }
  }

  async head(): Promise<Head> {
    return this.#guarded(() => this.#reader.head());
  }

  /** Makes subscriptions look for new events: after a commit here, or when told of one made on another connection. */
  look(): void {
    this.#commits.notify();
    this.#onLook?.();
  }

  /** Has `listener` called after every commit. */
  onCommit(listener: () => void): void {
    this.#onLook = listener;
  }

  /** Checks everything stored. @returns the number of events. @throws {LogDamaged} naming the first fault */
  async verify(): Promise<number> {
    this.#assertOpen();
    try {
      return await verifyLog(this.database, this.log);
    } catch (error) {
      throw asLogError(error, this.database.name);
    }
  }

  /** Stores what was accepted, ends the subscriptions and lets go of the directory. */
  async close(): Promise<void> {
    if (!this.database.open) return;
    this.#queue?.drain();
    try {
      this.database.close();
    } finally {
      this.lock?.release();
      this.#commits.notify();
    }
  }

  async *#pages(from: number, to: number): AsyncIterable<readonly RecordedEvent[]> {
    for (let next = from; next <= to; ) {
      const page = this.#guarded(() => this.#reader.page(next, to));
      next += page.length;
      yield page;
      // A long read must not keep requests and timers from their turn.
      if (next <= to) await nextTurn();
    }
  }

  /** The commits of another process can't be heard of, so a read-only log also looks from time to time. */
  async #nextCommit(signal: AbortSignal): Promise<void> {
    if (!this.database.readonly) return this.#commits.next(signal);
    // Not AbortSignal.any: the signal that lives as long as the subscription would remember every combination.
    const lookAgain = setTimeout(() => this.#commits.notify(), LOOK_AGAIN_MS);
    await this.#commits.next(signal);
    clearTimeout(lookAgain);
  }

  #guarded<T>(work: () => T): T {
    this.#assertOpen();
    try {
      return work();
    } catch (error) {
      throw asLogError(error, this.database.name);
    }
  }

  #assertOpen(): void {
    if (!this.database.open) throw new LogUnavailable(`${this.database.name} is closed`);
  }
}
