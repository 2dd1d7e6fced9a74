import type { RecordedEvent, SealedEvent } from './event-store.js';

/** Where a log is copied to. Nobody else may write there meanwhile. */
export interface LogTarget {
  /** Whether what is there is a log already, which may be opened before all of the copy is there. */
  readonly isWhole?: boolean;
  /** Pages of what is there already, in log order; empty where there is no log yet. */
  stored(): AsyncIterable<readonly RecordedEvent[]>;
  /** Adds what follows, in this order. Resolves once all of it is durable; a part of it may be if it fails. */
  add(events: readonly SealedEvent[]): Promise<void>;
  /** All of the log is there: from now on it may be opened. */
  finish(): Promise<void>;
  close(): Promise<void>;
}
