import { jcs } from './canonical.js';
import { dataTextOf, leafHashOfText } from './envelope.js';
import { ERASED_TEXT } from './erased.js';
import { EventTooLarge, InvalidAppend } from './errors.js';
import { NO_STREAM, type SealedEvent } from './event-store.js';

/** The most one event may take: bytes of UTF-8 of JCS(envelope) and JCS(data) together. */
export const MAX_EVENT_BYTES = 60 * 1024;

/** An event with the texts and the hash that are stored for it. */
interface PreparedEvent {
  readonly event: SealedEvent;
  /** Milliseconds since 1970-01-01, the writer's clock. */
  readonly recordedAt: number;
  /** JCS(envelope). */
  readonly envelope: string;
  /** The leaf hash, lowercase hex. */
  readonly leaf: string;
  /** JCS(data); empty where the payload was erased. */
  readonly data: string;
}

/** An append that has passed every check but the one of the stream's revision. */
export interface PreparedAppend {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly events: readonly PreparedEvent[];
}

/**
 * The checks every adapter makes before it touches its store.
 * @throws {InvalidAppend} @throws {EventTooLarge} @throws {NotStorable}
 */
export function prepareAppend(
  log: string,
  stream: string,
  expectedRevision: number,
  events: readonly SealedEvent[],
): PreparedAppend {
  if (!Number.isSafeInteger(expectedRevision) || expectedRevision < NO_STREAM) {
    throw new InvalidAppend(`${expectedRevision} is no revision a stream can be at`);
  }
  if (events.length === 0) throw new InvalidAppend(`an append to stream ${stream} without events`);
  return {
    stream,
    expectedRevision,
    events: events.map((event, index) => prepareEvent(event, log, stream, expectedRevision + 1 + index)),
  };
}

function prepareEvent(event: SealedEvent, log: string, stream: string, revision: number): PreparedEvent {
  const { envelope } = event;
  if (envelope.v !== 1) throw new InvalidAppend(`envelope version ${envelope.v} is not known`);
  if (envelope.log !== log) throw new InvalidAppend(`an event of log ${envelope.log} can't be appended to log ${log}`);
  if (envelope.stream !== stream || stream === '') {
    throw new InvalidAppend(`an event of stream "${envelope.stream}" can't be appended to stream "${stream}"`);
  }
  if (envelope.revision !== revision) {
    throw new InvalidAppend(`the next event of stream ${stream} has revision ${revision}, not ${envelope.revision}`);
  }
  const data = event.erased ? ERASED_TEXT : dataTextOf(event);
  const envelopeText = jcs(envelope);
  const bytes = Buffer.byteLength(envelopeText) + Buffer.byteLength(data);
  if (bytes > MAX_EVENT_BYTES) throw new EventTooLarge(bytes, MAX_EVENT_BYTES);
  return {
    event,
    recordedAt: instant(envelope.recordedAt),
    envelope: envelopeText,
    leaf: leafHashOfText(envelopeText),
    data,
  };
}

/** Events come by the dozen in one millisecond. */
let last = { text: '', milliseconds: 0 };

function instant(text: string): number {
  if (text === last.text) return last.milliseconds;
  const milliseconds = Date.parse(text);
  if (text.length !== 24 || Number.isNaN(milliseconds) || new Date(milliseconds).toISOString() !== text) {
    throw new InvalidAppend(`recordedAt "${text}" is not RFC 3339 in UTC with milliseconds`);
  }
  last = { text, milliseconds };
  return milliseconds;
}
