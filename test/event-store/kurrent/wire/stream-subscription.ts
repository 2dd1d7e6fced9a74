import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { streamName } from './proposals.js';
import { readMessages } from './read-messages.js';
import { NOTHING, type StoredEvent, TOMBSTONE } from './records.js';
import type { SubscriptionSource } from './subscription.js';
import { wireErrors } from './wire-errors.js';
import type { WireStore } from './wire-store.js';

/** One stream from after a revision; a stream that is not there yet is waited for. */
export class StreamSubscription implements SubscriptionSource {
  readonly #store: WireStore;
  readonly #stream: string;
  #after: bigint;

  constructor(store: WireStore, options: ReadReq.Options) {
    this.#store = store;
    const from = options.getStream();
    this.#stream = streamName(from?.getStreamIdentifier());
    const last = store.stream(this.#stream).at(-1)?.revision ?? NOTHING;
    if (from?.hasEnd()) this.#after = last;
    else this.#after = from?.hasRevision() ? BigInt(from.getRevision()) : NOTHING;
  }

  nextPage(): { messages: readonly ReadResp[]; end: boolean } {
    const read = this.#store.readStream(this.#stream);
    if (read.is === 'stream-deleted') throw wireErrors.streamDeleted(this.#stream);
    const events = read.is === 'found' ? read.events.filter((event) => event.revision > this.#after) : [];
    this.#after = events.at(-1)?.revision ?? this.#after;
    return { messages: events.map(readMessages.event), end: events.length === 0 };
  }

  live(event: StoredEvent): readonly ReadResp[] {
    if (event.stream !== this.#stream || event.revision <= this.#after) return [];
    if (event.revision === TOMBSTONE) throw wireErrors.streamDeleted(this.#stream);
    return [readMessages.event(event)];
  }
}
