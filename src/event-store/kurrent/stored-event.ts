import type { AllStreamRecordedEvent, JSONEventData, RecordedEvent as StoredEvent } from '@eventstore/db-client';
import { validate } from 'uuid';
import { InvalidAppend } from '../errors.js';
import type { Envelope, SealedEvent } from '../event-store.js';
import type { PreparedAppend } from '../prepared-append.js';

/** What travels beside the payload, in the event's metadata. */
type Metadata = Readonly<{ envelope: Envelope; salt: string; leaf: string; erased?: true }>;

const ENCODER = new TextEncoder();

/** An event as the client sends it. @throws {InvalidAppend} for an id that the server doesn't take */
export function eventData({
  event,
  leaf,
  envelope: envelopeText,
  data: text,
}: PreparedAppend['events'][number]): JSONEventData {
  const { envelope, salt } = event;
  if (!validate(envelope.id)) throw new InvalidAppend(`the id of an event is a UUID, not "${envelope.id}"`);
  // As bytes, which the client sends as they are; an object it writes out, and twice in base64.
  const metadata = ENCODER.encode(
    `{"envelope":${envelopeText},"salt":${JSON.stringify(salt)},"leaf":"${leaf}"${event.erased ? ',"erased":true' : ''}}`,
  );
  // Its members in canonical order, as any log gives them back.
  const data = event.erased ? event.data : (JSON.parse(text) as JSONEventData['data']);
  return { id: envelope.id, type: envelope.type, contentType: 'application/json', data, metadata };
}

/** The event in its envelope, or what is wrong with it: somebody else has written to our stream. */
export function sealedEvent(stored: StoredEvent | AllStreamRecordedEvent, stream: string): SealedEvent | string {
  const { envelope, salt, erased } = (stored.metadata ?? {}) as Partial<Metadata>;
  if (!stored.isJson || !isObject(stored.data) || !isObject(envelope) || typeof salt !== 'string') {
    return 'it has no envelope of this program';
  }
  const isTheSame =
    envelope.v === 1 &&
    envelope.id === stored.id &&
    envelope.stream === stream &&
    envelope.type === stored.type &&
    envelope.revision === Number(stored.revision);
  if (!isTheSame) return 'its envelope is that of another event';
  return { envelope, salt, data: stored.data as SealedEvent['data'], ...(erased === true && { erased }) };
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
