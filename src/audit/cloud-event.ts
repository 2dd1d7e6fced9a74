import type { JsonObject } from '../event-store/canonical.js';
import type { RecordedEvent } from '../event-store/event-store.js';

/** CloudEvents 1.0, structured JSON; extension attributes are lowercase by its rules. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly position: string;
  readonly revision: number;
  readonly actor: string;
  readonly payloadhash: string;
  readonly payloaderased?: true;
  /** Absent where it was erased. */
  readonly data?: JsonObject;
}

export const asCloudEvent = (
  { envelope, position, recordedAt, data, erased }: RecordedEvent,
  log: string,
): CloudEvent => ({
  specversion: '1.0',
  id: envelope.id,
  source: `urn:uuid:${log}`,
  type: `regulatory-timeline.${envelope.type}`,
  subject: envelope.stream,
  time: recordedAt,
  datacontenttype: 'application/json',
  dataschema: `urn:regulatory-timeline:schema:${envelope.type}:${envelope.schema}`,
  position: String(position),
  revision: envelope.revision,
  actor: envelope.actor,
  payloadhash: envelope.payloadHash,
  ...(erased ? { payloaderased: true } : { data }),
});
