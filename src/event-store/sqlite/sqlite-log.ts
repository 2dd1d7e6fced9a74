import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { CommitSignal } from '../commit-signal.js';
import { LogReadOnly, LogUnavailable } from '../errors.js';
import type { Appended, EventStore, Head, RecordedEvent, SealedEvent } from '../event-store.js';
import { type PreparedAppend, prepareAppend } from '../prepared-append.js';
import { AppendQueue, type Outcome } from './append-queue.js';
import { EventReader, PAGE } from './event-reader.js';
import type { GroupWriter } from './group-writer.js';
import { asLogError } from './sqlite-errors.js';
import { verifyLog } from './verify-log.js';
import type { WriterLock } from './writer-lock.js';

/** How often a read-only log looks for what the writing process has committed. */
const LOOK_AGAIN_MS = 100;

/** The embedded log: reads are synchronous calls of SQLite here, appends go to a writer. */
export class SqliteLog implements EventStore {
  readonly refusesRepeats = true;
  readonly #reader: EventReader;
  readonly #queue: AppendQueue | undefined;
  readonly #commits = new CommitSignal();
  #onLook: (() => void) | undefined;
  #closing: Promise<void> | undefined;

  /** @param writer unless it is open for reading only. @param lock the writer lock, released by `close` */
  constructor(
    readonly log: string,
    private readonly database: Database.Database,
    private readonly writer?: GroupWriter,
    private readonly lock?: WriterLock,
  ) {
    this.#reader = new EventReader(database);
    this.#queue = writer && new AppendQueue((appends) => this.#write(writer, appends));
  }

  async append(
    stream: string,
    expectedRevision: number,
    events: readonly SealedEvent[],
    patient = false,
  ): Promise<Appended> {
    if (this.#closing) throw this.#closed();
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
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#queue?.drain();
    try {
      await this.writer?.close();
      // Last of the connections that may write, it takes the journal in.
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

  async #write(writer: GroupWriter, appends: readonly PreparedAppend[]): Promise<readonly Outcome[]> {
    try {
      return await writer.write(appends);
    } catch (error) {
      throw asLogError(error, this.database.name);
    } finally {
      this.look();
    }
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
    if (!this.database.open) throw this.#closed();
  }

  #closed(): LogUnavailable {
    return new LogUnavailable(`${this.database.name} is closed`);
  }
}
