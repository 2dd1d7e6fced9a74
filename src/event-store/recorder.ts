import { Refusal } from '../refusal.js';
import type { JsonObject, JsonValue } from './canonical.js';
import { eventId, hasKey, hasRequest, seal } from './envelope.js';
import { erasedRecordOf } from './erased-record.js';
import { RevisionConflict } from './errors.js';
import { type EventStore, NO_STREAM, type RecordedEvent, type SealedEvent, type StorePosition } from './event-store.js';
import { MomentsUnderWay } from './moments-under-way.js';

/** Who asks for what. `key` makes it safe to ask twice; `ifMatch` is the revision it was decided on, or any. */
export interface Request {
  readonly operation: string;
  readonly body: JsonValue;
  readonly actor: string;
  readonly key?: string;
  /** The key says the same whoever sends it; otherwise each actor has keys of their own. */
  readonly shared?: boolean;
  readonly correlation?: string;
  readonly ifMatch?: number | 'any';
}

/** What a decision adds to the log. */
export interface NewEvent {
  readonly type: string;
  readonly schema: number;
  readonly data: JsonObject;
}

/** Where the request's last event is; `recorded` is false if nothing was added now, `replayed` if it was earlier. */
export interface Outcome {
  readonly revision: number;
  readonly position: number | StorePosition;
  readonly recordedAt: string;
  readonly recorded: boolean;
  readonly replayed: boolean;
}

/** Clock and chance, so that tests can fix them. */
export interface Ambient {
  now(): Date;
  salt(): string;
  uuid(): string;
}

export type Decide = (
  history: readonly RecordedEvent[],
  recordedAt: string,
) => Promise<readonly NewEvent[]> | readonly NewEvent[];

const ATTEMPTS = 4;

/** What all requests share. */
interface Shared {
  /** The last stream that was to be begun was there already: whoever sends a file again sends all of it. */
  wasThere: boolean;
  readonly underWay: MomentsUnderWay;
}

/** Load, decide, append: the same for every stream, with idempotency and optimistic concurrency. */
export class Recorder {
  constructor(
    readonly store: EventStore,
    readonly ambient: Ambient,
    private readonly shared: Shared = { wasThere: false, underWay: new MomentsUnderWay() },
  ) {}

  /** Record times that are taken, of what is not in the log yet. */
  get underWay(): MomentsUnderWay {
    return this.shared.underWay;
  }

  /** The same over another way to the log. */
  over(store: EventStore): Recorder {
    return new Recorder(store, this.ambient, this.shared);
  }

  /** @throws {Refusal} idempotency-key-reused, revision-mismatch, concurrent-change, or what `decide` refuses */
  async record(stream: string, request: Request, decide: Decide): Promise<Outcome> {
    const canonical = { operation: request.operation, body: request.body };
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const history = await this.store.readStream(stream);
      const earlier = answeredEarlier(this.store.log, history, request, canonical);
      if (earlier) return earlier;
      checkRevision(history, request.ifMatch);
      const recordedAt = this.ambient.now().toISOString();
      const settled = this.underWay.begin(recordedAt);
      try {
        const events = await decide(history, recordedAt);
        if (events.length === 0) return unchanged(history);
        return await this.#append(stream, history, events, request, canonical, recordedAt);
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      } finally {
        settled();
      }
    }
    throw new Refusal('concurrent-change', 'Others kept changing this at the same moment. Send the request again.');
  }

  /**
   * The same for a stream that is to be begun. It is nearly always new, and the log refuses the append if it is not:
   * so it is read only once something speaks against that.
   */
  async begin(stream: string, request: Request, decide: Decide): Promise<Outcome> {
    const mayBeThere = request.key !== undefined && (this.shared.wasThere || !this.store.refusesRepeats);
    if (mayBeThere) return this.#noting(this.record(stream, request, decide));
    const canonical = { operation: request.operation, body: request.body };
    const recordedAt = this.ambient.now().toISOString();
    const settled = this.underWay.begin(recordedAt);
    try {
      return await this.#append(stream, [], await decide([], recordedAt), request, canonical, recordedAt);
    } catch (error) {
      if (request.key === undefined || !(error instanceof RevisionConflict || error instanceof Refusal)) throw error;
    } finally {
      settled();
    }
    return this.#noting(this.record(stream, request, decide));
  }

  async #noting(recorded: Promise<Outcome>): Promise<Outcome> {
    const outcome = await recorded;
    this.shared.wasThere = !outcome.recorded;
    return outcome;
  }

  async #append(
    stream: string,
    history: readonly RecordedEvent[],
    events: readonly NewEvent[],
    request: Request,
    canonical: JsonObject,
    recordedAt: string,
  ): Promise<Outcome> {
    const revision = history.at(-1)?.envelope.revision ?? NO_STREAM;
    const sealed = events.map((event, index) =>
      this.#seal(stream, revision + 1 + index, event, request, canonical, recordedAt, index),
    );
    const appended = await this.store.append(stream, revision, sealed);
    return { ...appended, recorded: true, replayed: false };
  }

  #seal(
    stream: string,
    revision: number,
    { type, schema, data }: NewEvent,
    { operation, actor, key, correlation }: Request,
    request: JsonObject,
    recordedAt: string,
    index: number,
  ): SealedEvent {
    const { log } = this.store;
    const id = eventId({ log, actor, operation, key, request, index }, this.ambient.uuid);
    return seal(
      { log, id, stream, revision, type, schema, recordedAt, actor, key, request, correlation },
      data,
      this.ambient.salt(),
    );
  }
}

function answeredEarlier(
  log: string,
  history: readonly RecordedEvent[],
  asked: Request,
  request: JsonObject,
): Outcome | undefined {
  const { key, shared = false, actor } = asked;
  if (key === undefined) return undefined;
  const erased = erasedRecordOf(log, history, asked);
  if (erased) return at(erased, true);
  const event = history.findLast((each) => (shared || each.envelope.actor === actor) && hasKey(each, key));
  if (!event) return undefined;
  if (!hasRequest(event, request)) {
    throw new Refusal(
      'idempotency-key-reused',
      'This Idempotency-Key was used for another request. Use a new key for a new request.',
    );
  }
  return at(event, true);
}

function checkRevision(history: readonly RecordedEvent[], ifMatch: Request['ifMatch']): void {
  const current = history.at(-1)?.envelope.revision ?? NO_STREAM;
  if (ifMatch === undefined || ifMatch === 'any' || current === NO_STREAM || ifMatch === current) return;
  throw new Refusal(
    'revision-mismatch',
    `It is at revision ${current}, not ${ifMatch}. Read it again and decide anew.`,
    {
      revision: current,
    },
  );
}

const unchanged = (history: readonly RecordedEvent[]): Outcome => at(history.at(-1) as RecordedEvent, false);

const at = ({ envelope, position, recordedAt }: RecordedEvent, replayed: boolean): Outcome => ({
  revision: envelope.revision,
  position,
  recordedAt,
  recorded: false,
  replayed,
});
