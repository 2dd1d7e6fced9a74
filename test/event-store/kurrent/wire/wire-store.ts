import { randomUUID } from 'node:crypto';
import { type AllFilter, everything } from './all-filter.js';
import { checkCommit, type StreamView } from './commit-check.js';
import {
  type ExpectedRevision,
  isMetastream,
  metastreamOf,
  NOTHING,
  originalOf,
  type ProposedEvent,
  recordSize,
  type StoredEvent,
  TOMBSTONE,
} from './records.js';
import { isReadable, isSoftDeleted, metadataOf, type StreamMetadata } from './stream-metadata.js';

export type WriteOutcome =
  | { readonly is: 'stored'; readonly revision: bigint; readonly position: bigint | null }
  | { readonly is: 'wrong-expected-version'; readonly current: bigint }
  | { readonly is: 'stream-deleted' };

export type StreamRead =
  | { readonly is: 'found'; readonly events: readonly StoredEvent[]; readonly last: bigint }
  | { readonly is: 'no-stream' }
  | { readonly is: 'stream-deleted' };

/** One page of `$all`: what passed the filter, how much was looked at, where the next page starts. */
export interface AllPage {
  readonly events: readonly StoredEvent[];
  readonly considered: number;
  readonly next: bigint;
  readonly endOfLog: boolean;
}

const EMPTY = new Uint8Array();
const json = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const systemEvent = (type: string, data: Uint8Array, isJson = true): ProposedEvent => ({
  id: randomUUID(),
  type,
  isJson,
  data,
  metadata: EMPTY,
});

/** The log of one node or cluster in memory: it keeps what a restart keeps. */
export class WireStore {
  readonly #log: StoredEvent[] = [];
  readonly #streams = new Map<string, StoredEvent[]>();
  readonly #recent = new Map<string, { readonly stream: string; readonly revision: bigint }>();
  readonly #listeners = new Set<(event: StoredEvent) => void>();
  /** A real log does not begin with a user's event either. */
  #end = 312n;

  constructor(readonly now: () => number = Date.now) {
    this.#write('$epoch-information', [systemEvent('$epoch-information', json('{}'))]);
    this.#write(metastreamOf('$scavenges'), [systemEvent('$metadata', json('{"$maxAge":2592000}'))]);
  }

  /** Every record in log order, also those that no reader sees. */
  get log(): readonly StoredEvent[] {
    return this.#log;
  }

  /** Everything that was ever written to a stream, whatever its metadata says. */
  stream(name: string): readonly StoredEvent[] {
    return this.#streams.get(name) ?? [];
  }

  append(stream: string, expected: ExpectedRevision, events: readonly ProposedEvent[]): WriteOutcome {
    const view = this.#view(stream);
    const decision = checkCommit(
      view,
      expected,
      events.map((event) => event.id),
    );
    if (decision.is === 'wrong-expected-version') return { is: decision.is, current: view.last };
    if (decision.is === 'stream-deleted') return decision;
    if (decision.is === 'stored-before') return this.#storedBefore(stream, decision.end);
    if (events.length === 0) {
      const position = this.#end;
      this.#end += recordSize(stream, systemEvent('', EMPTY));
      return { is: 'stored', revision: view.last, position };
    }
    const original = isMetastream(stream) ? originalOf(stream) : stream;
    const revives = isSoftDeleted(this.metadata(original));
    const continueAt = this.#last(original) + 1n;
    const position = this.#write(stream, events);
    if (revives) this.#revive(original, continueAt);
    return { is: 'stored', revision: view.last + BigInt(events.length), position };
  }

  /** Soft: the stream reads as missing, and an append continues its numbering. */
  delete(stream: string, expected: ExpectedRevision): WriteOutcome {
    const refused = this.#refusal(stream, expected);
    if (refused) return refused;
    if (this.#last(stream) === NOTHING && this.#last(metastreamOf(stream)) === NOTHING) {
      return { is: 'wrong-expected-version', current: NOTHING };
    }
    const marker = systemEvent('$metadata', json(`{"$tb":${TOMBSTONE}}`));
    const position = this.#write(metastreamOf(stream), [marker]);
    return { is: 'stored', revision: this.#last(stream), position };
  }

  /** Hard: nothing can be read from the stream or written to it any more. */
  tombstone(stream: string, expected: ExpectedRevision): WriteOutcome {
    const refused = this.#refusal(stream, expected);
    if (refused) return refused;
    const position = this.#write(stream, [systemEvent('$streamDeleted', EMPTY, false)], TOMBSTONE);
    return { is: 'stored', revision: TOMBSTONE, position };
  }

  /** What the server writes for itself now and then, such as statistics. */
  appendSystemEvent(stream = '$stats-127.0.0.1:2113', type = '$statsCollected'): void {
    this.#write(stream, [systemEvent(type, json('{}'))]);
  }

  readStream(stream: string): StreamRead {
    const last = this.#last(stream);
    if (last === TOMBSTONE) return { is: 'stream-deleted' };
    const metadata = this.metadata(stream);
    if (last === NOTHING || isSoftDeleted(metadata)) return { is: 'no-stream' };
    const now = this.now();
    const events = this.stream(stream).filter((event) => isReadable(event, metadata, last, now));
    return { is: 'found', events, last };
  }

  /** Truncated and deleted events stay in `$all` until they are scavenged, as on a real server. */
  readAll(from: bigint, maxCount: number, filter: AllFilter = everything, window = Number.MAX_SAFE_INTEGER): AllPage {
    const events: StoredEvent[] = [];
    let considered = 0;
    let next = from;
    let index = this.#indexAtOrAfter(from);
    while (events.length < maxCount && considered < window) {
      const event = this.#log[index];
      if (event === undefined) return { events, considered, next, endOfLog: true };
      if (filter(event)) events.push(event);
      considered += 1;
      next = event.end;
      index += 1;
    }
    return { events, considered, next, endOfLog: false };
  }

  /** Events before `from` (exclusive), the last first. */
  *readAllBackwards(from: bigint | 'end', filter: AllFilter = everything): Generator<StoredEvent> {
    for (let index = from === 'end' ? this.#log.length : this.#indexAtOrAfter(from); index > 0; index -= 1) {
      const event = this.#log[index - 1];
      if (event && filter(event)) yield event;
    }
  }

  /** Whether a reader may start there: where a record starts, or after the last. */
  isBoundary(position: bigint): boolean {
    const event = this.#log[this.#indexAtOrAfter(position)];
    const before = this.#log[this.#indexAtOrAfter(position) - 1];
    return event === undefined || event.position === position || position === 0n || before?.end === position;
  }

  /** Calls `listener` for every record from now on; the returned function ends that. */
  onCommitted(listener: (event: StoredEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  metadata(stream: string): StreamMetadata {
    return metadataOf(stream, isMetastream(stream) ? undefined : this.stream(metastreamOf(stream)).at(-1));
  }

  /** Removes from the log what streams no longer show; the last event of a stream stays. */
  scavenge(): void {
    const now = this.now();
    const gone = (event: StoredEvent): boolean => {
      const last = this.#last(event.stream);
      if (event === this.stream(event.stream).at(-1)) return false;
      return last === TOMBSTONE || !isReadable(event, this.metadata(event.stream), last, now);
    };
    const removed = new Set(this.#log.filter(gone));
    this.#log.splice(0, this.#log.length, ...this.#log.filter((event) => !removed.has(event)));
    for (const [name, events] of this.#streams) {
      this.#streams.set(
        name,
        events.filter((event) => !removed.has(event)),
      );
    }
  }

  /** What a process that starts anew no longer knows: ids are remembered in memory only. */
  forgetRecentIds(): void {
    this.#recent.clear();
  }

  #view(stream: string): StreamView {
    return {
      last: this.#last(stream),
      softDeleted: isSoftDeleted(this.metadata(stream)),
      hasMetadata: this.#last(metastreamOf(stream)) !== NOTHING,
      recent: (id) => {
        const known = this.#recent.get(id);
        return known?.stream === stream ? known.revision : undefined;
      },
      idAt: (revision) => this.#at(stream, revision)?.id,
    };
  }

  #refusal(stream: string, expected: ExpectedRevision): WriteOutcome | undefined {
    const view = this.#view(stream);
    const decision = checkCommit(view, expected, [randomUUID()]);
    if (decision.is === 'ok') return undefined;
    if (decision.is === 'stream-deleted') return decision;
    return { is: 'wrong-expected-version', current: view.last };
  }

  #storedBefore(stream: string, revision: bigint): WriteOutcome {
    const found = this.readStream(stream);
    const readable = found.is === 'found' && found.events.find((event) => event.revision === revision);
    return { is: 'stored', revision, position: readable ? readable.position : null };
  }

  #revive(stream: string, continueAt: bigint): void {
    const last = this.stream(metastreamOf(stream)).at(-1);
    const metadata: unknown = JSON.parse(Buffer.from(last?.data ?? json('{}')).toString('utf8'));
    const revived = { ...(typeof metadata === 'object' ? metadata : {}), $tb: Number(continueAt) };
    this.#write(metastreamOf(stream), [systemEvent('$metadata', json(JSON.stringify(revived)))]);
  }

  #last(stream: string): bigint {
    if (isMetastream(stream) && this.#last(originalOf(stream)) === TOMBSTONE) return TOMBSTONE;
    return this.stream(stream).at(-1)?.revision ?? NOTHING;
  }

  #at(stream: string, revision: bigint): StoredEvent | undefined {
    const events = this.stream(stream);
    const guess = events[Number(revision)];
    return guess?.revision === revision ? guess : events.find((event) => event.revision === revision);
  }

  /** Stores all of the events at once and tells the position of the last. */
  #write(stream: string, events: readonly ProposedEvent[], at?: bigint): bigint {
    const of = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, of);
    const first = at ?? (of.at(-1)?.revision ?? NOTHING) + 1n;
    const created = this.now();
    const stored = events.map((event, index): StoredEvent => {
      const position = this.#end;
      this.#end += recordSize(stream, event);
      return { ...event, stream, revision: first + BigInt(index), position, end: this.#end, created };
    });
    for (const event of stored) {
      of.push(event);
      this.#log.push(event);
      this.#recent.set(event.id, { stream, revision: event.revision });
    }
    for (const event of stored) for (const listener of this.#listeners) listener(event);
    return stored.at(-1)?.position ?? this.#end;
  }

  #indexAtOrAfter(position: bigint): number {
    let low = 0;
    let high = this.#log.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const event = this.#log[middle];
      if (event && event.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
