import { Worker } from 'node:worker_threads';
import type { CommittedGroup } from '../committed-group.js';
import { LogUnavailable } from '../errors.js';
import type { PreparedAppend } from '../prepared-append.js';
import type { Outcome } from './append-queue.js';
import { textsOf } from './event-writer.js';
import { type GroupWriter, outcomesOf } from './group-writer.js';
import type { FromWriter, ToWriter, WriterData } from './writer-messages.js';

/** A group that the thread has not answered for yet. */
interface Unanswered {
  readonly appends: readonly PreparedAppend[];
  readonly resolve: (outcomes: readonly Outcome[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes in a thread of its own, so that nothing else waits for the disk. A thread that ended is started again by the
 * next group; of those it had not answered for nobody knows whether they are stored.
 */
export class ThreadWriter implements GroupWriter {
  #worker: Worker | undefined;
  #unanswered: Unanswered[] = [];

  /** @param entry the module the thread runs. @param path of the log's file, which is there already */
  constructor(
    private readonly entry: URL,
    private readonly path: string,
    private readonly onGroup: (group: CommittedGroup) => void = () => undefined,
  ) {
    this.#worker = this.#started();
  }

  write(appends: readonly PreparedAppend[]): Promise<readonly Outcome[]> {
    this.#worker ??= this.#started();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      this.#unanswered.push({ appends, resolve, reject });
      worker.postMessage({ appends: appends.map(textsOf) } satisfies ToWriter);
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('close' satisfies ToWriter);
    await ended;
  }

  #started(): Worker {
    const worker = new Worker(this.entry, { workerData: { path: this.path } satisfies WriterData });
    let failure: Error | undefined;
    worker.on('message', (answer: FromWriter) => this.#answered(answer));
    worker.on('error', (error: Error) => {
      failure = error;
    });
    worker.once('exit', () => this.#ended(failure));
    return worker;
  }

  #answered(answer: FromWriter): void {
    const group = this.#unanswered.shift();
    this.onGroup(answer.group);
    if (!group) return;
    if ('failure' in answer) group.reject(answer.failure);
    else group.resolve(outcomesOf(group.appends, answer.written));
  }

  #ended(cause: Error | undefined): void {
    this.#worker = undefined;
    const reason = cause ? `: ${cause.message}` : '';
    const error = new LogUnavailable(`the thread that writes ${this.path} has ended${reason}`, { cause });
    for (const { reject } of this.#unanswered.splice(0)) reject(error);
  }
}
