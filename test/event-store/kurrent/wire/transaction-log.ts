import { type AllFilter, everything } from './all-filter.js';
import { type ProposedEvent, recordSize, type StoredEvent } from './records.js';

/** One page of `$all`: what passed the filter, how much was looked at, where the next page starts. */
export interface AllPage {
  readonly events: readonly StoredEvent[];
  readonly considered: number;
  readonly next: bigint;
  readonly endOfLog: boolean;
}

/** All records in the order in which they were written; positions are byte offsets and so never dense. */
export class TransactionLog {
  readonly #records: StoredEvent[] = [];
  /** Where records were that a scavenge removed: a reader may still start there. */
  readonly #holes = new Set<bigint>();
  readonly #listeners = new Set<(event: StoredEvent) => void>();
  /** A real log does not begin with an event either. */
  #end = 312n;

  get records(): readonly StoredEvent[] {
    return this.#records;
  }

  /** Writes all of the events, then tells the listeners. */
  append(stream: string, first: bigint, events: readonly ProposedEvent[], created: number): readonly StoredEvent[] {
    const stored = events.map((event, index): StoredEvent => {
      const position = this.#end;
      this.#end += recordSize(stream, event);
      return { ...event, stream, revision: first + BigInt(index), position, end: this.#end, created };
    });
    this.#records.push(...stored);
    return stored;
  }

  /** Tells of events once whoever stored them can be read from. */
  announce(events: readonly StoredEvent[]): void {
    for (const event of events) for (const listener of this.#listeners) listener(event);
  }

  /** A record without an event, and its position. */
  skip(size: bigint): bigint {
    const position = this.#end;
    this.#end += size;
    this.#holes.add(position);
    return position;
  }

  read(from: bigint, maxCount: number, filter: AllFilter = everything, window = Number.MAX_SAFE_INTEGER): AllPage {
    const events: StoredEvent[] = [];
    let considered = 0;
    let next = from;
    for (let index = this.#indexAtOrAfter(from); events.length < maxCount && considered < window; index += 1) {
      const event = this.#records[index];
      if (event === undefined) return { events, considered, next, endOfLog: true };
      if (filter(event)) events.push(event);
      considered += 1;
      next = event.end;
    }
    return { events, considered, next, endOfLog: false };
  }

  /** Events before `from` (exclusive), the last first. */
  *readBackwards(from: bigint | 'end', filter: AllFilter = everything): Generator<StoredEvent> {
    for (let index = from === 'end' ? this.#records.length : this.#indexAtOrAfter(from); index > 0; index -= 1) {
      const event = this.#records[index - 1];
      if (event && filter(event)) yield event;
    }
  }

  /** Whether a reader may start there: at the start, where a record starts or ends, or past the last. */
  isBoundary(position: bigint): boolean {
    const index = this.#indexAtOrAfter(position);
    const event = this.#records[index];
    if (event === undefined || position === 0n) return true;
    return event.position === position || this.#records[index - 1]?.end === position || this.#holes.has(position);
  }

  remove(events: ReadonlySet<StoredEvent>): void {
    for (const { position } of events) this.#holes.add(position);
    const left = this.#records.filter((event) => !events.has(event));
    this.#records.splice(0, this.#records.length, ...left);
  }

  /** Calls `listener` for every record from now on; the returned function ends that. */
  onCommitted(listener: (event: StoredEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #indexAtOrAfter(position: bigint): number {
    let low = 0;
    let high = this.#records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const event = this.#records[middle];
      if (event && event.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
