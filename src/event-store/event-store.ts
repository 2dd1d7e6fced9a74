import type { JsonObject } from './canonical.js';

/** What is hashed for every event, the same on every store (see docs/adr for why each field is there). */
export interface Envelope {
  readonly v: 1;
  /** UUID made at the log's first start. */
  readonly log: string;
  readonly id: string;
  readonly stream: string;
  /** 0, 1, 2 … within the stream. */
  readonly revision: number;
  readonly type: string;
  readonly schema: number;
  /** RFC 3339 UTC with milliseconds, the writer's clock. */
  readonly recordedAt: string;
  readonly actor: string;
  readonly request: { readonly key?: string; readonly digest: string };
  readonly correlation?: string;
  readonly payloadHash: string;
}

/** An event ready to be appended: envelope, the salt its hashes use, and the payload. */
export interface SealedEvent {
  readonly envelope: Envelope;
  readonly salt: string;
  readonly data: JsonObject;
}

/** An event of the log. `recordedAt` is the running maximum of the writers' clocks up to `position`. */
export interface RecordedEvent extends SealedEvent {
  readonly position: number;
  readonly recordedAt: string;
}

/** The last position of the log and its record time; position 0 (before everything) has none. */
export interface Head {
  readonly position: number;
  readonly recordedAt: string | null;
}

/** A position of the server's own, `store:<commit>/<prepare>`, of an event that this node hasn't numbered yet. */
export type StorePosition = `store:${string}`;

/**
 * Where an append ended: revision and position of its last event. Until this node has numbered it, the position is the
 * store's, and the record time the latest that is known.
 */
export interface Appended {
  readonly revision: number;
  readonly position: number | StorePosition;
  readonly recordedAt: string;
}

/** What those who follow the log need of it. */
export type FollowedLog = Pick<EventStore, 'log' | 'readAll' | 'subscribeAll' | 'head'>;

/** The revision of a stream that has no events yet. */
export const NO_STREAM = -1;

/**
 * The log. An append resolves only once the events are durable; positions count every event, 1, 2, 3 …
 * Reads yield pages, in log order, so that a reader can put a page into one transaction.
 */
export interface EventStore {
  /** The log's id. */
  readonly log: string;
  /**
   * Whether a second append of the same events is refused as a conflict. Other stores may answer it as the first one,
   * and so can't tell who was the first.
   */
  readonly refusesRepeats?: boolean;
  /**
   * All of the events or none. Their envelopes must name this log and stream and count on from `expectedRevision`.
   * @param patient may be kept waiting for others that come soon: the caller has more of them, and no use for this one
   * @throws {RevisionConflict} when the stream is not at `expectedRevision`; @throws {LogUnavailable}
   * @throws {InvalidAppend} @throws {EventTooLarge} @throws {AppendTooLarge} @throws {NotStorable}
   */
  append(
    stream: string,
    expectedRevision: number,
    events: readonly SealedEvent[],
    patient?: boolean,
  ): Promise<Appended>;
  /** All events of one stream in order; empty when there is none. */
  readStream(stream: string): Promise<readonly RecordedEvent[]>;
  /** Pages of events from position `from` (inclusive) to the head at the time of asking. */
  readAll(from: number): AsyncIterable<readonly RecordedEvent[]>;
  /** Like readAll, then live; ends when `signal` aborts. */
  subscribeAll(from: number, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]>;
  head(): Promise<Head>;
  /**
   * The position of the event that the store keeps there, waiting, bounded, until this node has numbered it; undefined
   * where no event is. Only stores that number their events afterwards have it.
   * @throws {LogUnavailable} when it takes too long
   */
  positionOf?(position: StorePosition): Promise<number | undefined>;
  /** Finishes the appends that were accepted and ends subscriptions; afterwards everything is refused. */
  close(): Promise<void>;
}
