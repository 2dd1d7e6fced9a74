import type { JsonObject } from '../event-store/canonical.js';
import type { Envelope, RecordedEvent } from '../event-store/event-store.js';
import { anyObject, list, named, object, only, optional, type Schema, text, whole } from '../schema.js';
import { instant, position, sha256, uuid } from '../values.schema.js';
import type { CloudEvent } from './cloud-event.js';

const ENVELOPE: Schema<Envelope> = named(
  'Envelope',
  object(
    {
      v: only(1, 'The version of the envelope.'),
      log: uuid('The log.'),
      id: uuid('The event.'),
      stream: text('development-<uuid>, entity-<slug> or matter-<slug>.'),
      revision: whole('Its number within the stream, from 0.'),
      type: text('The kind of the development that it records, or what it does otherwise.'),
      schema: whole('The version of its data’s schema.'),
      recordedAt: instant('The clock of its writer.'),
      actor: text('Who recorded it.'),
      request: object<Envelope['request']>(
        { key: optional(sha256('Of the idempotency key.')), digest: sha256('Of the request.') },
        'Hashes salted with the event’s salt.',
      ),
      correlation: optional(text('X-Correlation-Id, as it was sent.')),
      payloadHash: sha256('Of the JCS of { salt, data }.'),
    },
    'What is hashed for every event, the same on every store.',
  ),
);

/** One line of the log. */
export type EventLine = Pick<RecordedEvent, 'envelope' | 'erased'> &
  Partial<Pick<RecordedEvent, 'salt' | 'data'>> & { readonly position: string };

export const lineOf = ({ position, envelope, salt, data, erased }: RecordedEvent): EventLine => ({
  position: String(position),
  envelope,
  ...(erased ? { erased } : { salt, data }),
});

export const EVENT_LINE: Schema<EventLine> = named(
  'Event',
  object({
    position: position('Its number in the log, from 1.'),
    envelope: ENVELOPE,
    salt: optional(text('16 random bytes as base64url text.')),
    data: optional(anyObject<JsonObject>('The payload, as its type and schema say.')),
    erased: optional(only(true, 'Stands instead of payload and salt where they were erased.')),
  }),
);

const CLOUD_EVENT: Schema<CloudEvent> = named(
  'CloudEvent',
  object(
    {
      specversion: only('1.0', 'CloudEvents 1.0.'),
      id: uuid('The event.'),
      source: text('urn:uuid: and the id of the log.'),
      type: text('regulatory-timeline. and the type of the event.'),
      subject: text('The stream.'),
      time: instant('When it was recorded.'),
      datacontenttype: only('application/json', 'The payload is JSON.'),
      dataschema: text('A URN of the type and the version of its schema.'),
      position: position('Its number in the log, from 1.'),
      revision: whole('Its number within the stream, from 0.'),
      actor: text('Who recorded it.'),
      payloadhash: sha256('Of the JCS of { salt, data }.'),
      payloaderased: optional(only(true, 'Stands where the payload was erased.')),
      data: optional(anyObject<JsonObject>('The payload; absent where it was erased.')),
    },
    'An event of the log, as structured CloudEvents JSON.',
  ),
);

export const CLOUD_EVENTS_BATCH = list(CLOUD_EVENT, 'Events in log order.');
