import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import streamsPb, { type BatchAppendReq, type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import type { AppendFault } from './append-fault-queue.js';
import { batchStatus } from './batch-status.js';
import { type NodeContext, recordCall, refusal } from './node-context.js';
import { appendSize, expectedRevision, streamName, toProposedEvent } from './proposals.js';
import type { ExpectedRevision, ProposedEvent } from './records.js';
import type { WriteOutcome } from './wire-store.js';

type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** One append, whose events may come in several requests. */
interface Batch {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly deadline: number;
  readonly events: ProposedEvent[];
}

function success(outcome: Extract<WriteOutcome, { is: 'stored' }>): BatchAppendResp.Success {
  const result = new streamsPb.BatchAppendResp.Success();
  if (outcome.revision >= 0n) result.setCurrentRevision(String(outcome.revision));
  if (outcome.position === null) return result;
  const position = new sharedPb.AllStreamPosition();
  position.setCommitPosition(String(outcome.position));
  position.setPreparePosition(String(outcome.position));
  return result.setPosition(position);
}

function startBatch(options: BatchAppendReq.Options): Batch {
  return {
    stream: streamName(options.getStreamIdentifier()),
    expected: expectedRevision(options, options.getStreamPosition()),
    deadline: options.getDeadline()?.toDate().getTime() ?? Number.POSITIVE_INFINITY,
    events: [],
  };
}

/** Every append of a client goes through one call; each is answered by its correlation id. */
export function batchAppendService(node: NodeContext): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> {
  return (call) => {
    const wireCall = recordCall(node, 'batch-append', call.metadata);
    const batches = new Map<string, Batch>();
    const closed = node.faults.opened({
      kind: 'appends',
      end: () => call.end(),
      fail: (error) => call.emit('error', error),
    });
    call.on('close', closed);
    call.on('cancelled', closed);
    call.on('error', closed);
    call.on('end', () => call.end());
    call.on('data', async (request: BatchAppendReq) => {
      await node.faults.beforeHandling();
      if (call.cancelled) return;
      const id = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions();
      if (options && !batches.has(id)) batches.set(id, startBatch(options));
      const batch = batches.get(id);
      if (!batch) return;
      const refuse = (error: Status): void => {
        batches.delete(id);
        answer(call, request, batch, (reply) => reply.setError(error));
      };
      if (batch.deadline <= node.store.now()) return refuse(batchStatus.timeout());
      try {
        batch.events.push(...request.getProposedMessagesList().map(toProposedEvent));
      } catch {
        return refuse(batchStatus.badRequest());
      }
      if (appendSize(batch.events) > node.maxAppendSize) return refuse(batchStatus.maxAppendSize(node.maxAppendSize));
      if (!request.getIsFinal()) return;
      batches.delete(id);
      const error = refusal(node, wireCall);
      if (error?.metadata.get('exception').length) call.emit('error', error);
      else if (error) refuse(batchStatus.notReady());
      else store(node, call, request, batch);
    });
  };
}

/** Stores a complete batch and answers, except for what a fault makes of it. */
function store(node: NodeContext, call: BatchCall, request: BatchAppendReq, batch: Batch): void {
  const fault = node.faults.takeAppendFault(batch.stream);
  if (fault === 'lose-request') return;
  const fill = fault === 'not-ready' || fault === 'busy' ? REFUSALS[fault] : outcomeOf(node, batch, fault);
  if (fault === 'lose-reply') return;
  if (fault === 'reset-after-write') {
    node.faults.reset();
    return;
  }
  const reply = (): void => answer(call, request, batch, fault === 'commit-timeout' ? timedOut : fill);
  node.faults.reply(reply);
  if (fault === 'duplicate-reply') node.faults.reply(reply);
}

type Fill = (reply: BatchAppendResp) => void;

const timedOut: Fill = (reply) => reply.setError(batchStatus.timeout());
const REFUSALS: Readonly<Record<'not-ready' | 'busy', Fill>> = {
  'not-ready': (reply) => reply.setError(batchStatus.notReady()),
  busy: (reply) => reply.setError(batchStatus.busy()),
};

function outcomeOf(node: NodeContext, { stream, expected, events }: Batch, fault: AppendFault | undefined): Fill {
  const outcome = node.store.append(stream, expected, events);
  if (outcome.is === 'stored') {
    const told = fault === 'no-position' ? { ...outcome, position: null } : outcome;
    return (reply) => reply.setSuccess(success(told));
  }
  if (outcome.is === 'stream-deleted') return (reply) => reply.setError(batchStatus.streamDeleted(stream));
  return (reply) => reply.setError(batchStatus.wrongExpectedVersion(expected, outcome.current));
}

function answer(call: BatchCall, request: BatchAppendReq, batch: Batch, fill: (reply: BatchAppendResp) => void): void {
  if (call.cancelled || call.writableEnded) return;
  const reply = new streamsPb.BatchAppendResp();
  reply.setCorrelationId(request.getCorrelationId());
  const identifier = new sharedPb.StreamIdentifier();
  identifier.setStreamName(Buffer.from(batch.stream));
  reply.setStreamIdentifier(identifier);
  fill(reply);
  call.write(reply);
}
