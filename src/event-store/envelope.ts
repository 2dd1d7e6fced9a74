import { type JsonObject, type JsonValue, jcs, sha256Hex } from './canonical.js';
import { InvalidAppend } from './errors.js';
import type { Envelope, SealedEvent } from './event-store.js';
import { assertStorable } from './storable.js';
import { uuidv5 } from './uuidv5.js';

/** What the writer knows of an event before it is sealed. */
export interface EventDraft {
  readonly log: string;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schema: number;
  /** RFC 3339 UTC with milliseconds. */
  readonly recordedAt: string;
  readonly actor: string;
  /** The idempotency key as it was sent. */
  readonly key?: string;
  /** The canonical request the event answers; only its salted hash is kept. */
  readonly request: JsonValue;
  readonly correlation?: string;
}

/** What a keyed event's id is made of; `index` counts the events of one request from 0. */
export interface EventIdentity {
  readonly log: string;
  readonly actor: string;
  readonly operation: string;
  readonly key?: string;
  readonly request: JsonValue;
  readonly index: number;
}

const SALT = /^[A-Za-z0-9_-]{21}[AQgw]$/;

/** Remembers JCS(data), so that what is stored is the very text that was hashed; copies of it don't. */
class Sealed implements SealedEvent {
  readonly #dataText: string;

  constructor(
    readonly envelope: Envelope,
    readonly salt: string,
    readonly data: JsonObject,
    dataText: string,
  ) {
    this.#dataText = dataText;
  }

  static dataTextOf(event: SealedEvent): string | undefined {
    return #dataText in event ? event.#dataText : undefined;
  }
}

/** JCS of requests, which enter both the id and the digest of every event they lead to. */
const requestTexts = new WeakMap<object, string>();

function textOf(request: JsonValue): string {
  if (typeof request !== 'object' || request === null) return jcs(request);
  const known = requestTexts.get(request);
  if (known !== undefined) return known;
  const text = jcs(request);
  requestTexts.set(request, text);
  return text;
}

/**
 * Builds the canonical envelope around a payload.
 * @param salt 16 random bytes as base64url text, new for every event.
 * @throws {NotStorable} with a pointer into the payload, or below /envelope.
 */
export function seal(draft: EventDraft, data: JsonObject, salt: string): SealedEvent {
  if (!SALT.test(salt)) throw new TypeError('a salt is 16 bytes as base64url text without padding');
  assertStorable(data);
  const dataText = jcs(data);
  const { key, request, correlation } = draft;
  const envelope: Envelope = {
    v: 1,
    log: draft.log,
    id: draft.id,
    stream: draft.stream,
    revision: draft.revision,
    type: draft.type,
    schema: draft.schema,
    recordedAt: draft.recordedAt,
    actor: draft.actor,
    request: {
      ...(key === undefined ? {} : { key: saltedHash('key', jcs(key), salt) }),
      digest: saltedHash('request', textOf(request), salt),
    },
    ...(correlation === undefined ? {} : { correlation }),
    payloadHash: payloadHash(dataText, salt),
  };
  assertStorable({ envelope });
  return new Sealed(envelope, salt, data, dataText);
}

/** SHA-256 of JCS({ salt, data }), given JCS(data); lowercase hex. */
export const payloadHash = (dataText: string, salt: string): string => saltedHash('data', dataText, salt);

/** SHA-256(0x00 ‖ JCS(envelope)), lowercase hex. */
export const leafHash = (envelope: Envelope): string => leafHashOfText(jcs(envelope));

/** The leaf hash of an envelope already in its canonical text. */
export const leafHashOfText = (envelopeText: string): string => sha256Hex(`\u0000${envelopeText}`);

/**
 * JCS(data) of an event, the text its payload hash covers.
 * @throws {NotStorable} @throws {InvalidAppend} when an event sealed elsewhere doesn't match its own hash.
 */
export function dataTextOf(event: SealedEvent): string {
  const known = Sealed.dataTextOf(event);
  if (known !== undefined) return known;
  assertStorable({ envelope: event.envelope, data: event.data });
  const text = jcs(event.data);
  if (payloadHash(text, event.salt) !== event.envelope.payloadHash) {
    throw new InvalidAppend(`the payload of event ${event.envelope.id} isn't the one its envelope was sealed for`);
  }
  return text;
}

/** Was the event recorded with this idempotency key? */
export const hasKey = ({ envelope, salt }: SealedEvent, key: string): boolean =>
  envelope.request.key === saltedHash('key', jcs(key), salt);

/** Does the event answer this canonical request? */
export const hasRequest = ({ envelope, salt }: SealedEvent, request: JsonValue): boolean =>
  envelope.request.digest === saltedHash('request', textOf(request), salt);

/** With a key the same id for the same request whenever it is sent; without one, an id from the generator. */
export function eventId({ log, actor, operation, key, request, index }: EventIdentity, newId: () => string): string {
  if (key === undefined) return newId();
  return uuidv5(jcs([actor, operation, key, sha256Hex(textOf(request)), index]), log);
}

/** Stands for whoever imports, in identities alone: a line is the same line whoever sends it, and with whichever key. */
export const ANYBODY = 'anonymous';

/** The id of the development that the actor records under this key. */
export const developmentId = (log: string, actor: string, key: string): string => uuidv5(jcs([actor, key]), log);

// Composed rather than serialised: each of these names sorts before `salt`, so this is JCS({ [name]: …, salt }).
const saltedHash = (name: 'data' | 'key' | 'request', text: string, salt: string): string =>
  sha256Hex(`{"${name}":${text},"salt":${JSON.stringify(salt)}}`);
