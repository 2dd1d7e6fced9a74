import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb, { type AppendReq, type AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { handleClientStreamingCall } from '@grpc/grpc-js';
import { type NodeContext, recordCall, refusal } from './node-context.js';
import { appendSize, expectedRevision, streamName, toProposedEvent } from './proposals.js';
import { type ExpectedRevision, NOTHING, type ProposedEvent } from './records.js';
import { wireErrors } from './wire-errors.js';
import type { WriteOutcome } from './wire-store.js';

function success(outcome: Extract<WriteOutcome, { is: 'stored' }>): AppendResp.Success {
  const result = new streamsPb.AppendResp.Success();
  if (outcome.revision >= 0n) result.setCurrentRevision(String(outcome.revision));
  else result.setNoStream(new sharedPb.Empty());
  if (outcome.position === null) return result.setNoPosition(new sharedPb.Empty());
  const position = new streamsPb.AppendResp.Position();
  position.setCommitPosition(String(outcome.position));
  position.setPreparePosition(String(outcome.position));
  return result.setPosition(position);
}

function wrongExpectedVersion(expected: ExpectedRevision, current: bigint): AppendResp.WrongExpectedVersion {
  const result = new streamsPb.AppendResp.WrongExpectedVersion();
  if (current === NOTHING) result.setCurrentNoStream(new sharedPb.Empty());
  else result.setCurrentRevision(String(current));
  if (expected === 'any') return result.setExpectedAny(new sharedPb.Empty());
  if (expected === 'stream_exists') return result.setExpectedStreamExists(new sharedPb.Empty());
  if (expected === 'no_stream') return result.setExpectedNoStream(new sharedPb.Empty());
  return result.setExpectedRevision(String(expected));
}

/** The call of its own that the client makes when an append brings its own credentials. */
export function appendService(node: NodeContext): handleClientStreamingCall<AppendReq, AppendResp> {
  return (call, callback) => {
    const wireCall = recordCall(node, 'append', call.metadata);
    let options: AppendReq.Options | undefined;
    const events: ProposedEvent[] = [];
    let failed = false;
    const fail = (error: Error): void => {
      if (!failed) callback(error);
      failed = true;
    };
    call.on('data', (request: AppendReq) => {
      options ??= request.getOptions();
      const message = request.getProposedMessage();
      if (!message || failed) return;
      try {
        events.push(toProposedEvent(message));
      } catch (error) {
        return fail(wireErrors.invalidArgument(String(error)));
      }
      if (appendSize(events) > node.maxAppendSize) fail(wireErrors.maxAppendSize(node.maxAppendSize));
    });
    call.on('end', async () => {
      await node.faults.beforeHandling();
      if (failed || call.cancelled || !options) return;
      const refused = refusal(node, wireCall);
      if (refused) return fail(refused);
      const stream = streamName(options.getStreamIdentifier());
      const fault = node.faults.takeAppendFault(stream);
      if (fault === 'lose-request') return;
      if (fault === 'not-ready') return fail(wireErrors.notReady());
      if (fault === 'busy') return fail(wireErrors.busy());
      const expected = expectedRevision(options, options.getRevision());
      const outcome = node.store.append(stream, expected, events);
      if (fault === 'lose-reply') return;
      if (fault === 'reset-after-write') return node.faults.reset();
      if (fault === 'commit-timeout') return fail(wireErrors.timeout('Commit phase timeout.'));
      if (outcome.is === 'stream-deleted') return fail(wireErrors.streamDeleted(stream));
      const reply = new streamsPb.AppendResp();
      if (outcome.is === 'stored') {
        reply.setSuccess(success(fault === 'no-position' ? { ...outcome, position: null } : outcome));
      } else reply.setWrongExpectedVersion(wrongExpectedVersion(expected, outcome.current));
      node.faults.reply(() => callback(null, reply));
    });
  };
}
