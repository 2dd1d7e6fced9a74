import type { Appended, EventStore, Head, RecordedEvent, SealedEvent } from '../../src/event-store/event-store.js';

/** A log that lets its subscribers no further than a gate until it is opened; everything else goes through. */
export class GatedStore implements EventStore {
  #open: () => void = () => undefined;
  readonly #opened = new Promise<void>((resolve) => {
    this.#open = resolve;
  });

  constructor(
    private readonly store: EventStore,
    /** The last position before the gate. */
    private readonly gate: number,
  ) {}

  get log(): string {
    return this.store.log;
  }

  open(): void {
    this.#open();
  }

  async *subscribeAll(from: number, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    for await (const page of this.store.subscribeAll(from, signal)) {
      const before = page.filter(({ position }) => position <= this.gate);
      if (before.length > 0) yield before;
      if (before.length === page.length) continue;
      await Promise.race([this.#opened, aborted]);
      if (signal.aborted) return;
      yield page.slice(before.length);
    }
  }

  append(stream: string, expectedRevision: number, events: readonly SealedEvent[]): Promise<Appended> {
    return this.store.append(stream, expectedRevision, events);
  }

  readStream(stream: string): Promise<readonly RecordedEvent[]> {
    return this.store.readStream(stream);
  }

  readAll(from: number): AsyncIterable<readonly RecordedEvent[]> {
    return this.store.readAll(from);
  }

  head(): Promise<Head> {
    return this.store.head();
  }

  close(): Promise<void> {
    return this.store.close();
  }
}
