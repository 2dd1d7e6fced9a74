import { Worker } from 'node:worker_threads';
import type { CommittedGroup } from '../committed-group.js';
import { LogUnavailable } from '../errors.js';
import type { PreparedAppend } from '../prepared-append.js';
import type { Outcome } from './append-queue.js';
import { textsOf } from './event-writer.js';
import { type GroupWriter, outcomesOf } from './group-writer.js';
import type { FromWriter, ToWriter, WriterData } from './writer-messages.js';

/** Milliseconds before a thread that ended is started again. */
const PAUSE = 500;

/** A group that the thread has not answered for yet. */
interface Unanswered {
  readonly number: number;
  readonly appends: readonly PreparedAppend[];
  readonly resolve: (outcomes: readonly Outcome[]) => void;
  readonly reject: (error: unknown) => void;
}

export interface ThreadWriterOptions {
  /** The module the thread runs. */
  readonly entry: URL;
  /** Of the log's file, which is there already. */
  readonly path: string;
  readonly onGroup?: ((group: CommittedGroup) => void) | undefined;
  /** Told when the thread ends by itself. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/**
 * Writes in a thread of its own, so that nothing else waits for the disk. After a pause a thread that ended is started
 * again by the next group; of those it had not answered for nobody knows whether they are stored.
 */
export class ThreadWriter implements GroupWriter {
  #worker: Worker | undefined;
  #unanswered: Unanswered[] = [];

  #count = 0;
  #endedAt = Number.NEGATIVE_INFINITY;
  #isClosing = false;

  constructor(private readonly options: ThreadWriterOptions) {
    this.#worker = this.#started();
  }

  /** @throws {LogUnavailable} when the thread has ended, or can't be started */
  async write(appends: readonly PreparedAppend[]): Promise<readonly Outcome[]> {
    const worker = this.#running();
    const number = ++this.#count;
    worker.postMessage({ number, appends: appends.map(textsOf) } satisfies ToWriter);
    return new Promise((resolve, reject) => this.#unanswered.push({ number, appends, resolve, reject }));
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#isClosing = true;
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('close' satisfies ToWriter);
    await ended;
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    if (performance.now() - this.#endedAt < PAUSE) throw this.#unavailable('is started again in a moment');
    try {
      this.#worker = this.#started();
      return this.#worker;
    } catch (error) {
      this.#endedAt = performance.now();
      throw this.#unavailable("can't be started", error);
    }
  }

  #started(): Worker {
    const { entry, path } = this.options;
    const worker = new Worker(entry, { workerData: { path } satisfies WriterData });
    let failure: Error | undefined;
    worker.on('message', (answer: FromWriter) => this.#answered(answer, worker));
    worker.on('messageerror', () => void worker.terminate());
    worker.on('error', (error: Error) => {
      failure = error;
    });
    worker.once('exit', () => this.#ended(failure));
    return worker;
  }

  #answered(answer: FromWriter, worker: Worker): void {
    const [group] = this.#unanswered;
    // An answer to something else would be a false acknowledgement: better that nobody knows.
    if (group?.number !== answer.number) return void worker.terminate();
    this.#unanswered.shift();
    this.options.onGroup?.(answer.group);
    if ('failure' in answer) group.reject(answer.failure);
    else group.resolve(outcomesOf(group.appends, answer.written));
  }

  #ended(cause: Error | undefined): void {
    this.#worker = undefined;
    this.#endedAt = performance.now();
    const error = this.#unavailable(`has ended${cause ? `: ${cause.message}` : ''}`, cause);
    if (!this.#isClosing) this.options.onFailure?.(error);
    for (const { appends, reject } of this.#unanswered.splice(0)) {
      this.options.onGroup?.({ stored: 0, refused: 0, failed: appends.length, events: 0, seconds: 0, syncSeconds: 0 });
      reject(error);
    }
  }

  #unavailable(what: string, cause?: unknown): LogUnavailable {
    return new LogUnavailable(`the thread that writes ${this.options.path} ${what}`, { cause });
  }
}
