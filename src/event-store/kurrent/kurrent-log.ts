import type { CommittedGroup } from '../committed-group.js';
import { LogDamaged, LogUnavailable, RevisionConflict } from '../errors.js';
import {
  type Appended,
  type EventStore,
  type Head,
  NO_STREAM,
  type RecordedEvent,
  type SealedEvent,
  type StorePosition,
} from '../event-store.js';
import { prepareAppend } from '../prepared-append.js';
import type { KeptPositions } from './kept-positions.js';
import type { LogEnd } from './log-end.js';
import { assertTakes, type NumberedAppends } from './numbered-appends.js';
import type { NumberedReading } from './numbered-reading.js';
import type { Numbering } from './numbering.js';
import { recordedAtOf } from './positions.js';
import { isTold, parseStorePosition } from './store-point.js';
import { sealedEvent } from './stored-event.js';
import { readStored } from './stream-reading.js';
import type { Feed } from './subscription.js';

export interface KurrentLogParts {
  readonly feed: Feed;
  readonly positions: KeptPositions;
  readonly numbering: Numbering;
  readonly appends: NumberedAppends;
  readonly reading: NumberedReading;
  readonly end: LogEnd;
  /** Milliseconds that is waited for this node to number what is asked about. */
  readonly patience: number;
  readonly onGroup?: ((group: CommittedGroup) => void) | undefined;
  readonly onClose: () => Promise<void>;
}

/** The log in KurrentDB: the server keeps the events, this node numbers them. */
export class KurrentLog implements EventStore {
  readonly #appending = new Set<Promise<unknown>>();
  readonly #closed = new AbortController();
  #closing: Promise<void> | undefined;

  constructor(
    readonly log: string,
    private readonly parts: KurrentLogParts,
  ) {}

  async append(stream: string, expectedRevision: number, events: readonly SealedEvent[]): Promise<Appended> {
    this.#assertOpen();
    const prepared = prepareAppend(this.log, stream, expectedRevision, events);
    assertTakes(prepared);
    this.parts.numbering.assertSound();
    const appending = this.#told(events.length, this.parts.appends.append(prepared));
    this.#appending.add(appending);
    try {
      return await appending;
    } finally {
      this.#appending.delete(appending);
    }
  }

  async readStream(stream: string): Promise<readonly RecordedEvent[]> {
    this.#assertOpen();
    const { feed, numbering, positions, patience } = this.parts;
    numbering.assertSound();
    const known = positions.revisionOf(stream) ?? NO_STREAM;
    const stored = (await readStored(feed, stream)) ?? [];
    numbering.assertSound();
    const damaged = (what: string) =>
      new LogDamaged(`stream ${feed.prefix}${stream} ${what}: restore the event store from a backup`);
    if (stored.length <= known) throw damaged(`has ${stored.length} events, not ${known + 1}`);
    const recorded: RecordedEvent[] = [];
    for (const [revision, each] of stored.entries()) {
      const event = sealedEvent(each, stream);
      if (typeof event === 'string') throw damaged(`has an event at ${each.revision} that is not ours (${event})`);
      if (event.envelope.revision !== revision) throw damaged(`has lost the event at revision ${revision}`);
      const numbered = isTold(each.position) && (await numbering.at(each.position, patience));
      if (!numbered) throw damaged(`has an event at revision ${revision} that is not in the log`);
      recorded.push({ ...event, position: numbered.position, recordedAt: recordedAtOf(numbered) });
    }
    return recorded;
  }

  readAll(from: number): AsyncIterable<readonly RecordedEvent[]> {
    this.#assertOpen();
    const { reading, numbering } = this.parts;
    return reading.between(Math.max(from, 1), numbering.head.position, this.#closed.signal);
  }

  async *subscribeAll(from: number, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    this.#assertOpen();
    const over = new AbortController();
    const end = (): void => over.abort();
    // Not AbortSignal.any: what lives as long as the log would remember every combination.
    const signals = [signal, this.#closed.signal];
    for (const each of signals) each.addEventListener('abort', end);
    if (signal.aborted) end();
    try {
      for await (const page of this.parts.reading.from(Math.max(from, 1), over.signal)) {
        if (over.signal.aborted) return;
        yield page;
      }
    } finally {
      for (const each of signals) each.removeEventListener('abort', end);
      end();
    }
  }

  async head(): Promise<Head> {
    this.#assertOpen();
    const { numbering, end } = this.parts;
    numbering.assertSound();
    await end.reached();
    numbering.assertSound();
    return numbering.head;
  }

  async positionOf(text: StorePosition): Promise<number | undefined> {
    this.#assertOpen();
    const point = parseStorePosition(text);
    return point && (await this.parts.numbering.at(point, this.parts.patience))?.position;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Accepted appends are finished first; new ones are refused from now on. */
  async #close(): Promise<void> {
    const accepted = [...this.#appending];
    this.#closed.abort();
    await Promise.allSettled(accepted);
    await this.parts.onClose();
  }

  async #told<T>(events: number, appending: Promise<T>): Promise<T> {
    const began = performance.now();
    const tell = (outcome: 'stored' | 'refused' | 'failed'): void => {
      const seconds = (performance.now() - began) / 1_000;
      const stored = outcome === 'stored' ? events : 0;
      this.parts.onGroup?.({
        stored: 0,
        refused: 0,
        failed: 0,
        [outcome]: 1,
        events: stored,
        seconds,
        syncSeconds: seconds,
      });
    };
    try {
      const appended = await appending;
      tell('stored');
      return appended;
    } catch (error) {
      tell(error instanceof RevisionConflict ? 'refused' : 'failed');
      throw error;
    }
  }

  #assertOpen(): void {
    if (this.#closed.signal.aborted) throw new LogUnavailable('the log is closed');
  }
}
