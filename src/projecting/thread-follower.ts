import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { Sql } from '../../projections/projection.js';
import { LogUnavailable } from '../event-store/errors.js';
import type { Follower, Parked, ReadableViews } from './following.js';
import { sqlOver } from './sql.js';
import { Waiting } from './waiting.js';

/** From the thread: how far the views are, or that following failed and is tried again. */
export type FromThread =
  | { readonly file: string; readonly checkpoint: number; readonly parked: readonly Parked[] }
  | { readonly failure: string };

/** Errors lose their class on the way from the thread. */
const asLogError = (error: unknown): unknown =>
  error instanceof Error && error.name.startsWith('Log') ? new LogUnavailable(error.message, { cause: error }) : error;

/** To the thread: the log has grown, or the end. */
export type ToThread = 'look' | 'close';

export interface ThreadOptions {
  /** The module the thread runs. */
  readonly entry: URL;
  readonly directory: string;
  readonly head: () => Promise<{ readonly position: number }>;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Follows the log in a thread of its own, which alone writes the views; questions are answered here over a read-only
 * connection. Rebuilding and projecting then never keep requests waiting.
 */
export class ThreadFollower implements Follower, ReadableViews {
  readonly #waiting = new Waiting();
  readonly #worker: Worker;
  readonly #exited: Promise<void>;
  readonly #database: Database.Database;
  readonly sql: Sql;
  checkpoint: number;
  parked: readonly Parked[];
  #closed = false;
  #ended = false;

  private constructor(
    worker: Worker,
    opened: Exclude<FromThread, { failure: string }>,
    private readonly options: ThreadOptions,
  ) {
    this.#worker = worker;
    this.#database = new Database(opened.file, { readonly: true });
    this.sql = sqlOver(this.#database);
    ({ checkpoint: this.checkpoint, parked: this.parked } = opened);
    worker.on('message', (message: FromThread) => this.#told(message));
    worker.on('error', options.onFailure);
    this.#exited = new Promise((resolve) => worker.once('exit', () => resolve()));
    this.#exited.then(() => {
      this.#ended = true;
      if (!this.#closed) options.onFailure(new Error('the thread that follows the log has ended'));
      this.#closed = true;
      this.#waiting.giveUp();
    });
  }

  /** Starts the thread, and returns once the views are open. */
  static async open(options: ThreadOptions): Promise<ThreadFollower> {
    const worker = new Worker(options.entry, { workerData: { directory: options.directory } });
    const [opened] = (await once(worker, 'message').catch((error) => {
      throw asLogError(error);
    })) as [FromThread];
    if ('failure' in opened) throw new Error(opened.failure);
    return new ThreadFollower(worker, opened, options);
  }

  async start(): Promise<boolean> {
    const { position } = await this.options.head();
    return this.reached(position, Number.POSITIVE_INFINITY);
  }

  async reached(position: number, timeout: number): Promise<boolean> {
    if (this.checkpoint >= position) return true;
    return this.#closed || this.#ended ? false : this.#waiting.until(position, timeout);
  }

  /** To be called after every commit to the log. */
  look(): void {
    this.#worker.postMessage('look' satisfies ToThread);
  }

  async close(): Promise<void> {
    this.#closed = true;
    // Before the thread's: only a connection that may write clears the journal away, and only if it closes last.
    this.#database.close();
    this.#worker.postMessage('close' satisfies ToThread);
    await this.#exited;
  }

  #told(message: FromThread): void {
    if ('failure' in message) {
      this.options.onFailure(new Error(message.failure));
      return;
    }
    ({ checkpoint: this.checkpoint, parked: this.parked } = message);
    this.#waiting.reached(this.checkpoint);
  }
}
