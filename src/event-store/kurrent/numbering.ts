import { setTimeout as pause } from 'node:timers/promises';
import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import type Database from 'better-sqlite3';
import { CommitSignal } from '../commit-signal.js';
import { LogDamaged, LogUnavailable } from '../errors.js';
import type { Head } from '../event-store.js';
import { Counting } from './counting.js';
import { KeptPositions } from './kept-positions.js';
import { asLogError, isTooSlow } from './kurrent-errors.js';
import { headOf, type LimitChange, type Numbered, type NumberedEvent } from './positions.js';
import { keepSubscribed, type Resubscribing } from './resubscribing.js';
import { notAfter, type StorePoint } from './store-point.js';
import { readStored } from './stream-reading.js';
import type { Feed } from './subscription.js';

/** Milliseconds before numbering goes on after it failed here, on a full disk say. */
const RETRY_AFTER = 1_000;

/** An event that was awaited, with its number and the salt it is stored with. */
export interface Arrived extends Numbered {
  readonly salt: string;
}

/** Awaits one event; `forget` when nobody does any longer. */
export interface Arrival {
  readonly arrived: Promise<Arrived>;
  forget(): void;
}

export interface NumberingOptions {
  readonly feed: Feed;
  readonly log: string;
  /** Keeps the positions. */
  readonly database: Database.Database;
  /** Told when numbering stops for a while, or for good. */
  readonly onFailure?: (error: unknown) => void;
  readonly backoff?: Resubscribing['backoff'];
}

interface Awaiting {
  readonly resolve: (event: Arrived) => void;
  readonly reject: (error: unknown) => void;
}

/** Keeps this node's positions up with the server's log, and watches that nothing of it goes missing. */
export class Numbering {
  readonly #stop = new AbortController();
  readonly #commits = new CommitSignal();
  /** By id; one event may be awaited by several, of requests that were sent side by side. */
  readonly #awaited = new Map<string, Set<Awaiting>>();
  readonly #limits: Map<string, string>;
  #last: Numbered | undefined;
  #seen: StorePoint | undefined;
  #isCaughtUp = false;
  #damage: LogDamaged | undefined;
  #running: Promise<void> | undefined;
  #reported: string | undefined;

  readonly positions: KeptPositions;

  constructor(private readonly options: NumberingOptions) {
    this.positions = new KeptPositions(options.database, (error) => this.#failed(error));
    this.#last = this.positions.last();
    this.#seen = this.positions.seen();
    this.#limits = new Map(this.positions.limits());
  }

  start(): void {
    this.#running = this.#run();
  }

  /** All that is ours up to there is numbered here. */
  get seen(): StorePoint | undefined {
    return this.#seen;
  }

  get head(): Head {
    return headOf(this.#last);
  }

  /** @throws {LogDamaged} once something of the log was found missing, hidden or foreign */
  assertSound(): void {
    if (this.#damage) throw this.#damage;
    const [limited] = this.#limits;
    if (limited === undefined || !this.#isCaughtUp) return;
    const [stream, limit] = limited;
    throw new LogDamaged(
      `events of stream ${stream} are hidden (its metadata has ${limit}), as by a deletion: ` +
        `take ${limit} out of the stream's metadata again, before the next scavenge`,
    );
  }

  /** Waits until all is numbered that the server had when this node started. @throws {LogUnavailable} @throws {LogDamaged} */
  async caughtUp(timeout: number): Promise<void> {
    await this.#until(() => this.#isCaughtUp, timeout);
    this.assertSound();
  }

  /** The event at a point once it is numbered; undefined where there is none. @throws {LogUnavailable} @throws {LogDamaged} */
  async at(point: StorePoint, timeout: number): Promise<Numbered | undefined> {
    await this.#until(() => this.#seen !== undefined && notAfter(point, this.#seen), timeout);
    return this.positions.of(point);
  }

  /** The event with this id, if it is numbered from now on. */
  awaits(id: string): Arrival {
    const awaiting = this.#awaited.get(id) ?? new Set();
    this.#awaited.set(id, awaiting);
    let own: Awaiting | undefined;
    const arrived = new Promise<Arrived>((resolve, reject) => {
      own = { resolve, reject };
      awaiting.add(own);
    });
    // Whoever forgets it doesn't want to hear of a failure either.
    arrived.catch(() => undefined);
    const forget = (): void => {
      if (own) awaiting.delete(own);
      if (awaiting.size === 0 && this.#awaited.get(id) === awaiting) this.#awaited.delete(id);
    };
    return { arrived, forget };
  }

  async close(): Promise<void> {
    this.#stop.abort();
    this.#commits.notify();
    await this.#running;
    if (this.#damage === undefined) this.positions.store();
  }

  /** Waits for what only numbering changes. */
  async #until(isSo: () => boolean, timeout: number): Promise<void> {
    if (isSo()) return;
    const patience = AbortSignal.timeout(timeout);
    while (!isSo()) {
      if (this.#damage) throw this.#damage;
      if (this.#stop.signal.aborted) throw new LogUnavailable('the log is closed');
      if (patience.aborted) {
        throw new LogUnavailable(`this node has numbered the log up to position ${this.head.position} only`);
      }
      await this.#commits.next(patience);
    }
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted && this.#damage === undefined) {
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
    const pages = keepSubscribed(feed, this.positions.seen(), this.#stop.signal, {
      backoff,
      check: () => assertSameLog(feed, this.positions),
      onEnd: (error) => error !== undefined && !isTooSlow(error) && this.#report(error),
    });
    for await (const { events, caughtUp, through } of pages) {
      this.#reported = undefined;
      this.#take(events, counting);
      // Never before the events up to there are taken, in the file neither: what lies before it is not looked at again.
      if (through !== undefined) this.positions.reach(through);
      this.#seen = through ?? this.#seen;
      if (caughtUp && !this.#isCaughtUp) {
        // Whether nothing is missing shows when they are written.
        this.positions.store();
        this.#isCaughtUp = true;
      }
      this.#commits.notify();
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
        numbered.push({ ...counted.numbered, stream, revision, id, salt: counted.event.salt });
      }
    } finally {
      // What comes before something that can't be right is right.
      this.#keep(numbered, limits);
    }
  }

  #keep(numbered: readonly (NumberedEvent & Arrived)[], limits: readonly LimitChange[]): void {
    if (numbered.length === 0 && limits.length === 0) return;
    this.positions.add(numbered, limits);
    this.#last = numbered.at(-1) ?? this.#last;
    for (const { stream, limit } of limits) {
      if (limit === undefined) this.#limits.delete(stream);
      else this.#limits.set(stream, limit);
    }
    if (this.#awaited.size === 0) return;
    for (const event of numbered) {
      for (const { resolve } of this.#awaited.get(event.id) ?? []) resolve(event);
      this.#awaited.delete(event.id);
    }
  }

  /** @returns whether that is the end of it */
  #failed(error: unknown): boolean {
    this.#report(error);
    if (error instanceof LogDamaged) this.#halt(error);
    return error instanceof LogDamaged;
  }

  /** Once, not at every attempt. */
  #report(error: unknown): void {
    const what = error instanceof Error ? error.name : String(error);
    if (what !== this.#reported) this.options.onFailure?.(asLogError(error, this.options.feed.server));
    this.#reported = what;
  }

  #halt(damage: LogDamaged): void {
    this.#damage = damage;
    this.#stop.abort();
    for (const awaiting of this.#awaited.values()) for (const { reject } of awaiting) reject(damage);
    this.#awaited.clear();
    this.#commits.notify();
  }
}

/** Whether the server still has the event that was numbered last, and there. */
export async function isSameLog(feed: Feed, positions: Pick<KeptPositions, 'last' | 'lastEvent'>): Promise<boolean> {
  const last = positions.lastEvent();
  if (last === undefined) return true;
  const [found] = (await readStored(feed, last.stream, { from: last.revision, limit: 1 })) ?? [];
  if (found?.id !== last.id) return false;
  const point = positions.last()?.point;
  return found.position === undefined || found.position.commit === point?.commit;
}

async function assertSameLog(feed: Feed, positions: KeptPositions): Promise<void> {
  if (await isSameLog(feed, positions)) return;
  throw new LogDamaged(
    `${feed.server} no longer has the event at position ${positions.last()?.position}: ` +
      'if it was restored from a backup, start this node anew, which numbers the log again',
  );
}
