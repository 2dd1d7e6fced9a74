import type sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { ExpectedRevision, ProposedEvent } from './records.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

class BadRequest extends Error {}

type ProposedMessage = Pick<
  BatchAppendReq.ProposedMessage,
  'getId' | 'getMetadataMap' | 'getData_asU8' | 'getCustomMetadata_asU8'
>;

/** @throws {BadRequest} when the id is no UUID or the type is missing. */
export function toProposedEvent(message: ProposedMessage): ProposedEvent {
  const id = message.getId()?.getString().toLowerCase() ?? '';
  const type = message.getMetadataMap().get('type') ?? '';
  if (!UUID.test(id)) throw new BadRequest(`Not a UUID: ${id}`);
  if (type === '') throw new BadRequest('An event without a type.');
  return {
    id,
    type,
    isJson: message.getMetadataMap().get('content-type') === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export const streamName = (identifier: sharedPb.StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

/** The size that the limit is about: a 23.10 server counts the data and leaves type and metadata out. */
export const appendSize = (events: readonly ProposedEvent[]): number =>
  events.reduce((sum, event) => sum + event.data.byteLength, 0);

interface ExpectedOptions {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

export function expectedRevision(options: ExpectedOptions, revision: string): ExpectedRevision {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : BigInt(revision);
}
