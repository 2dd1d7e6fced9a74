import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { type AllFilter, everything } from './all-filter.js';
import { readMessages } from './read-messages.js';
import { allFilter } from './read-options.js';
import type { StoredEvent } from './records.js';
import type { SubscriptionSource } from './subscription.js';
import type { WireStore } from './wire-store.js';

/** Records that a page of the server holds, and that it looks at where the client sets no search window. */
const PAGE = 32;

/** `$all` from after a position: the event at the position itself is taken as seen. */
export class AllSubscription implements SubscriptionSource {
  readonly #store: WireStore;
  readonly #filter: AllFilter;
  readonly #window: number;
  /** Considered events between two checkpoints. */
  readonly #interval: number;
  #considered = 0;
  #next: bigint;
  /** Where what was told last is. */
  #told: bigint;

  constructor(
    store: WireStore,
    options: ReadReq.Options,
    private readonly tellsCheckpointFirst: boolean,
  ) {
    this.#store = store;
    const filter = options.getFilter();
    this.#filter = filter ? allFilter(filter) : everything;
    this.#window = filter?.hasMax() ? filter.getMax() : PAGE;
    this.#interval = filter ? this.#window * filter.getCheckpointintervalmultiplier() : Number.POSITIVE_INFINITY;
    const all = options.getAll();
    const position = BigInt(all?.getPosition()?.getCommitPosition() ?? '0');
    this.#told = position;
    if (all?.hasEnd()) this.#next = store.log.records.at(-1)?.end ?? 0n;
    else this.#next = position === 0n ? 0n : store.log.read(position, 1).next;
  }

  nextPage(): { messages: readonly ReadResp[]; end: boolean } {
    const from = this.#next;
    const page = this.#store.log.read(from, PAGE, this.#filter, this.#window);
    this.#next = page.next;
    const messages = page.events.map(readMessages.event);
    this.#considered += page.considered;
    this.#told = page.events.at(-1)?.position ?? this.#told;
    if (page.endOfLog && this.tellsCheckpointFirst) messages.push(readMessages.checkpoint(this.#told));
    if (page.endOfLog || this.#considered < this.#interval) return { messages, end: page.endOfLog };
    this.#considered %= this.#interval;
    const checkpoint = readMessages.checkpoint(page.events.at(-1)?.position ?? from);
    return { messages: [...messages, checkpoint], end: false };
  }

  live(event: StoredEvent): readonly ReadResp[] {
    const messages = this.#filter(event) ? [readMessages.event(event)] : [];
    this.#considered += 1;
    if (this.#considered < this.#interval) return messages;
    this.#considered = 0;
    return [...messages, readMessages.checkpoint(event.position)];
  }
}
