import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import { type ExpectedRevision, NOTHING } from './records.js';

const LENGTH_DELIMITED = 2;

/** One length-delimited protobuf field. */
function field(number: number, content: Uint8Array): Buffer {
  const header = [(number << 3) | LENGTH_DELIMITED];
  let length = content.byteLength;
  for (; length > 0x7f; length >>>= 7) header.push((length & 0x7f) | 0x80);
  return Buffer.concat([Buffer.from([...header, length]), content]);
}

/**
 * A google.rpc.Status with its detail packed as an Any. Put together by hand, as the class of Any belongs to a
 * package that only the client depends on.
 */
function packed(code: number, message: string, typeName: string, detail: Uint8Array): statusPb.Status {
  const any = Buffer.concat([field(1, Buffer.from(`type.googleapis.com/${typeName}`)), field(2, detail)]);
  const bytes = Buffer.concat([Buffer.from([0x08, code]), field(2, Buffer.from(message)), field(3, any)]);
  return statusPb.Status.deserializeBinary(bytes);
}

const EMPTY = new Uint8Array();

function wrongExpectedVersion(expected: ExpectedRevision, current: bigint): statusPb.Status {
  const detail = new sharedPb.WrongExpectedVersion();
  if (current !== NOTHING) detail.setCurrentStreamRevision(String(current));
  const bytes: Uint8Array[] = [detail.serializeBinary()];
  // The remaining members are google.protobuf.Empty, which has no content.
  if (current === NOTHING) bytes.push(field(2, EMPTY));
  if (typeof expected === 'bigint') {
    const position = new sharedPb.WrongExpectedVersion();
    position.setExpectedStreamPosition(String(expected));
    bytes.push(position.serializeBinary());
  } else bytes.push(field({ any: 4, stream_exists: 5, no_stream: 6 }[expected], EMPTY));
  return packed(9, 'WrongExpectedVersion', 'event_store.client.WrongExpectedVersion', Buffer.concat(bytes));
}

function streamDeleted(stream: string): statusPb.Status {
  const detail = new sharedPb.StreamDeleted();
  const identifier = new sharedPb.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  detail.setStreamIdentifier(identifier);
  return packed(5, 'StreamDeleted', 'event_store.client.StreamDeleted', detail.serializeBinary());
}

function maxAppendSize(bytes: number): statusPb.Status {
  const detail = new sharedPb.MaximumAppendSizeExceeded();
  detail.setMaxappendsize(bytes);
  return packed(
    3,
    'MaximumAppendSizeExceeded',
    'event_store.client.MaximumAppendSizeExceeded',
    detail.serializeBinary(),
  );
}

/** How the server says no to one append of a batch stream: the call goes on. */
export const batchStatus = {
  wrongExpectedVersion,
  streamDeleted,
  maxAppendSize,
  timeout: (): statusPb.Status => packed(4, 'Timeout', 'event_store.client.Timeout', EMPTY),
  badRequest: (): statusPb.Status => packed(3, 'BadRequest', 'event_store.client.BadRequest', EMPTY),
  /** Without a code, which is why the client does not know it for what it is. */
  notReady: (): statusPb.Status => packed(0, 'Server Is Not Ready', 'google.protobuf.Empty', EMPTY),
  busy: (): statusPb.Status => packed(0, 'Server Is Busy', 'google.protobuf.Empty', EMPTY),
} as const;
