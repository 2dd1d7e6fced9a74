import { setTimeout as pause } from 'node:timers/promises';
import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import type Database from 'better-sqlite3';
import { LogDamaged, LogUnavailable } from '../errors.js';
import type { Head } from '../event-store.js';
import { Arrivals, type Arrived } from './arrivals.js';
import { Counting } from './counting.js';
import { HiddenStreams } from './hidden-streams.js';
import { KeptPositions } from './kept-positions.js';
import { asLogError, isTooSlow } from './kurrent-errors.js';
import { headOf, type LimitChange, type Numbered, type NumberedEvent } from './positions.js';
import { Progress } from './progress.js';
import { keepSubscribed, type Resubscribing } from './resubscribing.js';
import { notAfter, type StorePoint } from './store-point.js';
import type { Feed } from './subscription.js';

/** Milliseconds before numbering goes on after it failed here, on a full disk say. */
const RETRY_AFTER = 1_000;

export interface NumberingOptions {
  readonly feed: Feed;
  readonly log: string;
  /** Keeps the positions. */
  readonly database: Database.Database;
  /** Told when numbering stops for a while, or for good. */
  readonly onFailure?: (error: unknown) => void;
  readonly backoff?: Resubscribing['backoff'];
}

/** Keeps this node's positions up with the server's log, and watches that nothing of it goes missing. */
export class Numbering {
  readonly #stop = new AbortController();
  readonly #progress: Progress;
  readonly #hidden: HiddenStreams;
  #last: Numbered | undefined;
  #running: Promise<void> | undefined;
  #reported: string | undefined;

  readonly positions: KeptPositions;
  /** Told of every event once it is numbered. */
  readonly arrivals = new Arrivals();

  constructor(private readonly options: NumberingOptions) {
    this.positions = new KeptPositions(options.database, (error) => this.#failed(error));
    this.#last = this.positions.last();
    this.#progress = new Progress(this.positions.seen());
    this.#hidden = new HiddenStreams(this.positions.limits());
  }

  start(): void {
    this.#running = this.#run();
  }

  /** All that is ours up to there is numbered here. */
  get seen(): StorePoint | undefined {
    return this.#progress.seen;
  }

  get rewinds(): number {
    return this.#progress.rewinds;
  }

  get last(): Numbered | undefined {
    return this.#last;
  }

  get head(): Head {
    return headOf(this.#last);
  }

  /** @throws {LogDamaged} once something of the log was found missing, hidden or foreign */
  assertSound(): void {
    if (this.#progress.damage) throw this.#progress.damage;
    if (this.#progress.isCaughtUp) this.#hidden.assertNone();
  }

  /** Waits until all is numbered that the server had when this node started. @throws {LogUnavailable} @throws {LogDamaged} */
  async caughtUp(timeout: number): Promise<void> {
    await this.#until(() => this.#progress.isCaughtUp, timeout);
    this.assertSound();
  }

  /** The event at a point once it is numbered; undefined where there is none. @throws {LogUnavailable} @throws {LogDamaged} */
  async at(point: StorePoint, timeout: number): Promise<Numbered | undefined> {
    const isSeen = (): boolean => this.seen !== undefined && notAfter(point, this.seen);
    await this.#until(() => isSeen() && !this.#progress.isDoubted, timeout);
    return this.positions.of(point);
  }

  /** Waits until the server is known to be the one that was numbered, after a connection broke. @throws {LogUnavailable} @throws {LogDamaged} */
  sure(timeout: number): Promise<void> {
    return this.#until(() => !this.#progress.isDoubted, timeout);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    this.#progress.end();
    await this.#running;
    if (this.#progress.damage === undefined) this.positions.store();
  }

  #until(isSo: () => boolean, timeout: number): Promise<void> {
    const late = (): string => `this node has numbered the log up to position ${this.head.position} only`;
    return this.#progress.until(isSo, timeout, late);
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        await this.#follow();
      } catch (error) {
        if (this.#failed(error)) return;
        await pause(RETRY_AFTER, undefined, { signal: this.#stop.signal }).catch(() => undefined);
      }
    }
  }

  async #follow(): Promise<void> {
    const { feed, log, backoff } = this.options;
    this.#last = this.positions.last();
    const counting = new Counting(feed.prefix, log, this.#last);
    const from = { through: this.positions.seen(), event: this.positions.lastEvent() };
    const pages = keepSubscribed(feed, from, this.#stop.signal, {
      backoff,
      onEnd: (error) => {
        if (isTooSlow(error)) return;
        this.#progress.doubt(true);
        if (error !== undefined) this.#report(error);
      },
      onResume: () => this.#progress.doubt(false),
      onRewind: (to) => this.#rewind(to),
    });
    for await (const { events, caughtUp, through } of pages) {
      this.#reported = undefined;
      this.#take(events, counting);
      // Never before the events up to there are taken, in the file neither: what lies before it is not looked at again.
      if (through !== undefined) this.positions.reach(through);
      // Whether nothing is missing shows when they are written.
      if (caughtUp && !this.#progress.isCaughtUp) this.positions.store();
      this.#progress.reach(through, caughtUp);
    }
  }

  #take(events: readonly AllStreamRecordedEvent[], counting: Counting): void {
    const numbered: (NumberedEvent & Arrived)[] = [];
    const limits: LimitChange[] = [];
    try {
      for (const stored of events) {
        const counted = counting.next(stored);
        if (counted.is === 'limit') limits.push(counted);
        if (counted.is !== 'event') continue;
        const { stream, revision, id } = counted.event.envelope;
        const { position, point, recordedAt } = counted.numbered;
        numbered.push({ position, point, recordedAt, stream, revision, id, salt: counted.event.salt });
      }
    } finally {
      // What comes before something that can't be right is right.
      if (numbered.length > 0 || limits.length > 0) {
        this.positions.add(numbered, limits);
        this.#last = numbered.at(-1) ?? this.#last;
        this.#hidden.take(limits);
        this.arrivals.tell(numbered);
      }
    }
  }

  /** What stood where this node had come to is gone: what the server has got after our last event is looked through anew. */
  #rewind(to: StorePoint | undefined): void {
    this.#progress.rewind(to);
    this.positions.forgetSeen();
    const { server } = this.options.feed;
    this.options.onFailure?.(
      new LogUnavailable(
        `the log of ${server} is not as it was, as after a scavenge or a restore from a backup: it has all of the ` +
          `${this.head.position} events that were numbered, and is looked through again from the last of them on`,
      ),
    );
  }

  /** @returns whether that is the end of it */
  #failed(error: unknown): boolean {
    this.#report(error);
    if (!(error instanceof LogDamaged)) return false;
    this.#stop.abort();
    this.#progress.halt(error);
    this.arrivals.fail(error);
    return true;
  }

  /** Once, not at every attempt. */
  #report(error: unknown): void {
    const what = error instanceof Error ? error.name : String(error);
    if (what !== this.#reported) this.options.onFailure?.(asLogError(error, this.options.feed.server));
    this.#reported = what;
  }
}
