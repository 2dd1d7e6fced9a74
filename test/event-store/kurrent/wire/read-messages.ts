import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb, { type ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { StoredEvent } from './records.js';

const TICKS_PER_MILLISECOND = 10_000n;

const identifierOf = (stream: string): sharedPb.StreamIdentifier =>
  new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream)) as sharedPb.StreamIdentifier;

function recorded(event: StoredEvent): ReadResp.ReadEvent.RecordedEvent {
  const record = new streamsPb.ReadResp.ReadEvent.RecordedEvent();
  const id = new sharedPb.UUID();
  id.setString(event.id);
  record.setId(id);
  record.setStreamIdentifier(identifierOf(event.stream));
  record.setStreamRevision(String(event.revision));
  record.setCommitPosition(String(event.position));
  record.setPreparePosition(String(event.position));
  record.setData(event.data);
  record.setCustomMetadata(event.metadata);
  const metadata = record.getMetadataMap();
  metadata.set('type', event.type);
  metadata.set('created', String(BigInt(event.created) * TICKS_PER_MILLISECOND));
  metadata.set('content-type', event.isJson ? 'application/json' : 'application/octet-stream');
  return record;
}

/** What reads and subscriptions send. */
export const readMessages = {
  event(event: StoredEvent): ReadResp {
    const read = new streamsPb.ReadResp.ReadEvent();
    read.setEvent(recorded(event));
    read.setCommitPosition(String(event.position));
    return new streamsPb.ReadResp().setEvent(read);
  },
  confirmation(id: string): ReadResp {
    const confirmation = new streamsPb.ReadResp.SubscriptionConfirmation();
    confirmation.setSubscriptionId(id);
    return new streamsPb.ReadResp().setConfirmation(confirmation);
  },
  checkpoint(position: bigint): ReadResp {
    const checkpoint = new streamsPb.ReadResp.Checkpoint();
    checkpoint.setCommitPosition(String(position)).setPreparePosition(String(position));
    return new streamsPb.ReadResp().setCheckpoint(checkpoint);
  },
  caughtUp: (): ReadResp => new streamsPb.ReadResp().setCaughtUp(new streamsPb.ReadResp.CaughtUp()),
  streamNotFound(stream: string): ReadResp {
    const notFound = new streamsPb.ReadResp.StreamNotFound();
    notFound.setStreamIdentifier(identifierOf(stream));
    return new streamsPb.ReadResp().setStreamNotFound(notFound);
  },
} as const;
