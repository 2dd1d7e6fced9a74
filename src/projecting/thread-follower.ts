import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Sql } from '../../projections/projection.js';
import { LogUnavailable } from '../event-store/errors.js';
import type { Follower, Parked, ReadableViews } from './following.js';
import { KeptThread } from './kept-thread.js';
import { ViewsReader } from './views-reader.js';
import { Waiting } from './waiting.js';

/** From the thread: how far the views are, or that following failed and is tried again. */
export type FromThread =
  | { readonly file: string; readonly checkpoint: number; readonly parked: readonly Parked[] }
  | { readonly failure: string };
type Progress = Exclude<FromThread, { failure: string }>;

/** To the thread: the log has grown; the views are to be deleted; or the end. After the last two it ends. */
export type ToThread = 'look' | 'discard' | 'close';

/** A server that keeps the log, and what our streams there begin with. */
export interface LogServer {
  readonly url: string;
  readonly prefix?: string | undefined;
}

/** What the thread is started with. */
export interface ThreadData {
  readonly directory: string;
  readonly server?: LogServer | undefined;
}

export interface ThreadOptions {
  /** The module the thread runs. */
  readonly entry: URL;
  readonly directory: string;
  /** The server that keeps the log, where it is not in the directory. */
  readonly server?: LogServer | undefined;
  readonly head: () => Promise<{ readonly position: number }>;
  readonly onFailure: (error: unknown) => void;
  /** A thread that ended has been started again. */
  readonly onRestart?: () => void;
}

/** Errors lose their class on the way from the thread. */
const asLogError = (error: unknown): unknown =>
  error instanceof Error && error.name.startsWith('Log') ? new LogUnavailable(error.message, { cause: error }) : error;

/**
 * Follows the log in a thread of its own, which alone writes the views; questions are answered here over a read-only
 * connection. Rebuilding and projecting then never keep requests waiting. A thread that ends is started again.
 */
export class ThreadFollower implements Follower, ReadableViews {
  readonly #waiting = new Waiting();
  /** Whoever started this waits on, however often the thread ends. */
  readonly #starting = new Waiting();
  readonly #reader: ViewsReader;
  readonly #thread: KeptThread<FromThread>;
  #isRunning = true;
  /** Whether the reader has the file that this thread opened. */
  #isRead = true;
  checkpoint: number;
  parked: readonly Parked[];
  interrupted = false;

  private constructor(
    worker: Worker,
    opened: Progress,
    private readonly options: ThreadOptions,
  ) {
    this.#reader = new ViewsReader(opened.file, () => this.#discard());
    ({ checkpoint: this.checkpoint, parked: this.parked } = opened);
    this.#thread = new KeptThread(worker, {
      start: () => this.#started(),
      onMessage: (message: FromThread) => this.#told(message),
      onEnd: (error) => this.#ended(error),
    });
  }

  /** Starts the thread, and returns once the views are open. */
  static async open(options: ThreadOptions): Promise<ThreadFollower> {
    const worker = startThread(options);
    const [opened] = (await once(worker, 'message').catch((error) => {
      throw asLogError(error);
    })) as [FromThread];
    if ('failure' in opened) throw new Error(opened.failure);
    return new ThreadFollower(worker, opened, options);
  }

  get sql(): Sql {
    return this.#reader.sql;
  }

  async start(): Promise<boolean> {
    const { position } = await this.options.head();
    return this.checkpoint >= position || this.#starting.until(position, Number.POSITIVE_INFINITY);
  }

  async reached(position: number, timeout: number): Promise<boolean> {
    if (this.checkpoint >= position) return true;
    return this.#isRunning && !this.#thread.isEnding ? this.#waiting.until(position, timeout) : false;
  }

  /** To be called after every commit to the log. */
  look(): void {
    this.#tell('look');
  }

  async close(): Promise<void> {
    // Before the thread's: only a connection that may write clears the journal away, and only if it closes last.
    this.#reader.close();
    await this.#thread.end('close' satisfies ToThread);
    this.#waiting.giveUp();
    this.#starting.giveUp();
  }

  #tell(message: ToThread): void {
    this.#thread.tell(message);
  }

  #started(): Worker {
    this.#isRead = false;
    this.options.onRestart?.();
    return startThread(this.options);
  }

  #ended(error: unknown): void {
    this.#isRunning = false;
    this.#interrupt(error ?? new Error('the thread that follows it has ended'));
    // What is waited for may take long now.
    this.#waiting.giveUp();
  }

  #told(message: FromThread): void {
    if (this.#thread.isEnding) return;
    if ('failure' in message) {
      this.#interrupt(new Error(message.failure));
      return;
    }
    // Views that are built anew are not asked before they hold what the old ones do: nothing known is unknown again.
    if (message.checkpoint < this.checkpoint) return;
    if (!this.#isRead && !this.#reopened()) return;
    this.#isRead = true;
    this.#isRunning = true;
    this.interrupted = false;
    ({ checkpoint: this.checkpoint, parked: this.parked } = message);
    this.#waiting.reached(this.checkpoint);
    this.#starting.reached(this.checkpoint);
  }

  #reopened(): boolean {
    try {
      this.#reader.reopen();
      return true;
    } catch (error) {
      this.#interrupt(error);
      return false;
    }
  }

  /** Told once, not at every attempt. */
  #interrupt(error: unknown): void {
    if (!this.interrupted) this.options.onFailure(error);
    this.interrupted = true;
  }

  #discard(): void {
    if (!this.#isRunning || !this.#isRead) return;
    this.#interrupt(new Error('the views are damaged, and built anew'));
    // Not again before the thread that comes next has opened others.
    this.#isRunning = false;
    this.#tell('discard');
  }
}

/** Megabytes: with Node's usual 48 collecting garbage takes a tenth more of what both threads do. */
const YOUNG_GENERATION = 96;

const startThread = ({ entry, directory, server }: ThreadOptions): Worker =>
  new Worker(entry, {
    workerData: { directory, server } satisfies ThreadData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
