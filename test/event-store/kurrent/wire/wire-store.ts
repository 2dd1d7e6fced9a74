import { randomUUID } from 'node:crypto';
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
import { isReadable, isSoftDeleted, metadataOf, revived, type StreamMetadata } from './stream-metadata.js';
import { systemEvent } from './system-event.js';
import { TransactionLog } from './transaction-log.js';

export type WriteOutcome =
  | { readonly is: 'stored'; readonly revision: bigint; readonly position: bigint | null }
  | { readonly is: 'wrong-expected-version'; readonly current: bigint }
  | { readonly is: 'stream-deleted' };

export type StreamRead =
  | { readonly is: 'found'; readonly events: readonly StoredEvent[] }
  | { readonly is: 'no-stream' }
  | { readonly is: 'stream-deleted' };

/** The streams of one node or cluster in memory: it keeps what a restart keeps. */
export class WireStore {
  /** `$all`: truncated and deleted events stay there until they are scavenged, as on a real server. */
  readonly log = new TransactionLog();
  readonly #streams = new Map<string, StoredEvent[]>();
  readonly #recent = new Map<string, { readonly stream: string; readonly revision: bigint }>();

  constructor(readonly now: () => number = Date.now) {
    this.#write('$epoch-information', [systemEvent('$epoch-information', '{}')]);
    this.#write(metastreamOf('$scavenges'), [systemEvent('$metadata', '{"$maxAge":2592000}')]);
  }

  /** Everything that was ever written to a stream, whatever its metadata says. */
  stream(name: string): readonly StoredEvent[] {
    return this.#streams.get(name) ?? [];
  }

  append(stream: string, expected: ExpectedRevision, events: readonly ProposedEvent[]): WriteOutcome {
    const view = this.#view(stream);
    const ids = events.map((event) => event.id);
    const decision = checkCommit(view, expected, ids);
    if (decision.is === 'wrong-expected-version') return { is: decision.is, current: view.last };
    if (decision.is === 'stream-deleted') return decision;
    if (decision.is === 'stored-before') return this.#storedBefore(stream, decision.end);
    if (events.length === 0) {
      const position = this.log.skip(recordSize(stream, systemEvent('')));
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
    const position = this.#write(metastreamOf(stream), [systemEvent('$metadata', `{"$tb":${TOMBSTONE}}`)]);
    return { is: 'stored', revision: this.#last(stream), position };
  }

  /** Hard: nothing can be read from the stream or written to it any more. */
  tombstone(stream: string, expected: ExpectedRevision): WriteOutcome {
    const refused = this.#refusal(stream, expected);
    if (refused) return refused;
    const position = this.#write(stream, [systemEvent('$streamDeleted')], TOMBSTONE);
    return { is: 'stored', revision: TOMBSTONE, position };
  }

  /** What the server writes for itself now and then, such as statistics. */
  appendSystemEvent(stream = '$stats-127.0.0.1:2113', type = '$statsCollected'): void {
    this.#write(stream, [systemEvent(type, '{}')]);
  }

  readStream(stream: string): StreamRead {
    const last = this.#last(stream);
    if (last === TOMBSTONE) return { is: 'stream-deleted' };
    const metadata = this.metadata(stream);
    if (last === NOTHING || isSoftDeleted(metadata)) return { is: 'no-stream' };
    const now = this.now();
    return { is: 'found', events: this.stream(stream).filter((event) => isReadable(event, metadata, last, now)) };
  }

  metadata(stream: string): StreamMetadata {
    return metadataOf(stream, isMetastream(stream) ? undefined : this.stream(metastreamOf(stream)).at(-1));
  }

  /** Removes from the log what streams no longer show; the last event of a stream stays. */
  scavenge(): void {
    const now = this.now();
    for (const [name, events] of this.#streams) {
      const last = this.#last(name);
      const metadata = this.metadata(name);
      const stays = (event: StoredEvent): boolean =>
        event === events.at(-1) || (last !== TOMBSTONE && isReadable(event, metadata, last, now));
      this.log.remove(new Set(events.filter((event) => !stays(event))));
      this.#streams.set(name, events.filter(stays));
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
      idAt: (revision) => this.stream(stream).find((event) => event.revision === revision)?.id,
    };
  }

  #refusal(stream: string, expected: ExpectedRevision): WriteOutcome | undefined {
    const view = this.#view(stream);
    const decision = checkCommit(view, expected, [randomUUID()]);
    if (decision.is === 'ok') return undefined;
    return decision.is === 'stream-deleted' ? decision : { is: 'wrong-expected-version', current: view.last };
  }

  /** The first answer again; without a position where the event can no longer be read. */
  #storedBefore(stream: string, revision: bigint): WriteOutcome {
    const found = this.readStream(stream);
    const event = found.is === 'found' ? found.events.find((one) => one.revision === revision) : undefined;
    return { is: 'stored', revision, position: event?.position ?? null };
  }

  #revive(stream: string, continueAt: bigint): void {
    const metadata = revived(this.stream(metastreamOf(stream)).at(-1), continueAt);
    this.#write(metastreamOf(stream), [systemEvent('$metadata', metadata)]);
  }

  #last(stream: string): bigint {
    if (isMetastream(stream) && this.#last(originalOf(stream)) === TOMBSTONE) return TOMBSTONE;
    return this.stream(stream).at(-1)?.revision ?? NOTHING;
  }

  /** Stores all of the events at once and tells the position of the last. */
  #write(stream: string, events: readonly ProposedEvent[], at?: bigint): bigint {
    const of = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, of);
    const first = at ?? (of.at(-1)?.revision ?? NOTHING) + 1n;
    const stored = this.log.append(stream, first, events, this.now());
    of.push(...stored);
    for (const event of stored) this.#recent.set(event.id, { stream, revision: event.revision });
    this.log.announce(stored);
    return stored.at(-1)?.position ?? 0n;
  }
}
