import { setTimeout as pause } from 'node:timers/promises';
import { type JSONEventData, NO_STREAM as NONE, WrongExpectedVersionError } from '@eventstore/db-client';
import { LogDamaged, LogUnavailable, RevisionConflict } from '../errors.js';
import { NO_STREAM } from '../event-store.js';
import type { PreparedAppend } from '../prepared-append.js';
import { InFlight } from './in-flight.js';
import { inTime } from './in-time.js';
import { asLogError, isPassing, typeOf } from './kurrent-errors.js';
import { isTold, type StorePoint } from './store-point.js';
import { eventData, sealedEvent } from './stored-event.js';
import { READ_PATIENCE, readStored } from './stream-reading.js';
import type { Feed } from './subscription.js';

/** Milliseconds an append is given: one attempt, all of them, and the pause between two. */
export interface AppendPatience {
  readonly attempt: number;
  readonly whole: number;
  readonly pause: number;
}
const PATIENCE: AppendPatience = { attempt: 3_000, whole: 10_000, pause: 200 };

/**
 * None: the server is told a time of day, and refuses all of a client whose clock is behind its own. The client makes a
 * year of it. How long is waited for an answer is kept here.
 */
export const SERVER_DEADLINE = Number.POSITIVE_INFINITY;

/** An append that the server has answered; the point of its last event, if that was told. */
export interface Stored {
  readonly point: StorePoint | undefined;
}

/** Appends through the client, and finds out what became of an append that wasn't answered. */
export class Appender {
  readonly #inFlight = new InFlight();

  constructor(
    private readonly feed: Feed,
    private readonly patience: AppendPatience = PATIENCE,
  ) {}

  /**
   * @throws {RevisionConflict} @throws {LogDamaged}
   * @throws {LogUnavailable} when it may have been stored or not
   */
  async append(append: PreparedAppend): Promise<Stored> {
    const events = append.events.map(eventData);
    const { attempt, whole, pause: between } = this.patience;
    const until = Date.now() + whole;
    let unanswered: unknown;
    let sent = false;
    for (;;) {
      const left = until - Date.now();
      try {
        return await this.#inFlight.run(Math.max(left, 0), () => {
          sent = true;
          return this.#once(append, events, attempt);
        });
      } catch (error) {
        if (typeOf(error) === 'wrong-expected-version') {
          const stored = unanswered === undefined ? undefined : await this.#readBack(append);
          if (stored) return stored;
          throw conflict(append, error as WrongExpectedVersionError);
        }
        if (!isPassing(error)) throw asLogError(error, this.feed.server);
        // The next connection may be a fresh one.
        this.#inFlight.cool();
        unanswered = error;
      }
      if (Date.now() + between >= until) break;
      await pause(between);
    }
    const stored = sent ? await this.#readBack(append, attempt).catch(() => undefined) : undefined;
    if (stored) return stored;
    throw this.#given(append, unanswered, sent);
  }

  async #once(append: PreparedAppend, events: JSONEventData[], milliseconds: number): Promise<Stored> {
    const { stream, expectedRevision } = append;
    const answer = this.feed.client.appendToStream(this.feed.prefix + stream, events, {
      expectedRevision: expectedRevision === NO_STREAM ? NONE : BigInt(expectedRevision),
      deadline: SERVER_DEADLINE,
      requiresLeader: true,
    });
    try {
      const { nextExpectedRevision, position } = await inTime(milliseconds, answer);
      this.#inFlight.warm();
      const last = expectedRevision + events.length;
      // Streams that were deleted softly pass as missing, and go on where they were.
      if (nextExpectedRevision !== BigInt(last)) {
        throw new LogDamaged(
          `stream ${this.feed.prefix}${stream} went on at revision ${nextExpectedRevision}, not ${last}: it was deleted`,
        );
      }
      return { point: isTold(position) ? position : undefined };
    } catch (error) {
      if (typeOf(error) === 'wrong-expected-version') this.#inFlight.warm();
      throw error;
    }
  }

  /** Whether the stream has these very events where they were to be. */
  async #readBack(
    { stream, expectedRevision, events }: PreparedAppend,
    patience = READ_PATIENCE,
  ): Promise<Stored | undefined> {
    const range = { from: expectedRevision + 1, limit: events.length };
    const found = await readStored(this.feed, stream, range, patience);
    const ours = found?.filter((stored, index) => {
      const read = sealedEvent(stored, stream);
      return (
        typeof read !== 'string' &&
        read.salt === events[index]?.event.salt &&
        stored.id === events[index]?.event.envelope.id
      );
    });
    return ours?.length === events.length ? { point: ours.at(-1)?.position } : undefined;
  }

  #given({ stream }: PreparedAppend, cause: unknown, sent: boolean): LogUnavailable {
    const { message } = asLogError(cause, this.feed.server) as Error;
    const state = sent ? 'may have been written or not' : 'was not written';
    return new LogUnavailable(`${message}; stream ${stream} ${state}`, { cause });
  }
}

function conflict(
  { stream, expectedRevision }: PreparedAppend,
  { actualVersion }: WrongExpectedVersionError,
): RevisionConflict {
  const actual = typeof actualVersion === 'bigint' ? Number(actualVersion) : NO_STREAM;
  return new RevisionConflict(stream, expectedRevision, actual);
}
