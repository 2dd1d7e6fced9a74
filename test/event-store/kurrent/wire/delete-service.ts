import streamsPb, {
  type DeleteReq,
  type DeleteResp,
  type TombstoneReq,
  type TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { handleUnaryCall, Metadata, ServiceError } from '@grpc/grpc-js';
import { type NodeContext, recordCall, refusal } from './node-context.js';
import { expectedRevision, streamName } from './proposals.js';
import { type ExpectedRevision, NOTHING } from './records.js';
import { wireErrors } from './wire-errors.js';

/** How the exception's trailers write what is no revision. */
const asNumber = (expected: ExpectedRevision): bigint =>
  typeof expected === 'bigint' ? expected : { no_stream: NOTHING, any: -2n, stream_exists: -4n }[expected];

async function remove(
  node: NodeContext,
  method: 'delete' | 'tombstone',
  metadata: Metadata,
  options: DeleteReq.Options | TombstoneReq.Options,
  done: (error: ServiceError | null, position?: bigint | null) => void,
): Promise<void> {
  const call = recordCall(node, method, metadata);
  await node.faults.beforeHandling();
  const refused = refusal(node, call);
  if (refused) return done(refused);
  const stream = streamName(options.getStreamIdentifier());
  const expected = expectedRevision(options, options.getRevision());
  const outcome = node.store[method](stream, expected);
  if (outcome.is === 'stored') return done(null, outcome.position);
  if (outcome.is === 'stream-deleted') return done(wireErrors.streamDeleted(stream));
  done(wireErrors.wrongExpectedVersion(stream, asNumber(expected), outcome.current));
}

export function deleteService(node: NodeContext): handleUnaryCall<DeleteReq, DeleteResp> {
  return (call, callback) => {
    const options = call.request.getOptions() ?? new streamsPb.DeleteReq.Options();
    void remove(node, 'delete', call.metadata, options, (error, position) => {
      if (error || position === undefined || position === null) return callback(error);
      const at = new streamsPb.DeleteResp.Position();
      at.setCommitPosition(String(position)).setPreparePosition(String(position));
      callback(null, new streamsPb.DeleteResp().setPosition(at));
    });
  };
}

export function tombstoneService(node: NodeContext): handleUnaryCall<TombstoneReq, TombstoneResp> {
  return (call, callback) => {
    const options = call.request.getOptions() ?? new streamsPb.TombstoneReq.Options();
    void remove(node, 'tombstone', call.metadata, options, (error, position) => {
      if (error || position === undefined || position === null) return callback(error);
      const at = new streamsPb.TombstoneResp.Position();
      at.setCommitPosition(String(position)).setPreparePosition(String(position));
      callback(null, new streamsPb.TombstoneResp().setPosition(at));
    });
  };
}
