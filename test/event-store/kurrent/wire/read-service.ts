import streamsPb, { type ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { handleServerStreamingCall } from '@grpc/grpc-js';
import { everything } from './all-filter.js';
import { AllSubscription } from './all-subscription.js';
import { type NodeContext, recordCall, refusal } from './node-context.js';
import { Outlet } from './outlet.js';
import { streamName } from './proposals.js';
import { readMessages } from './read-messages.js';
import { allFilter, isBackwards } from './read-options.js';
import type { StoredEvent } from './records.js';
import { StreamSubscription } from './stream-subscription.js';
import { runSubscription } from './subscription.js';
import { wireErrors } from './wire-errors.js';

const PAGE = 32;

async function readStream(node: NodeContext, outlet: Outlet, options: ReadReq.Options): Promise<void> {
  const from = options.getStream();
  const stream = streamName(from?.getStreamIdentifier());
  const read = node.store.readStream(stream);
  if (read.is === 'stream-deleted') throw wireErrors.streamDeleted(stream);
  if (read.is === 'no-stream') return outlet.send(readMessages.streamNotFound(stream));
  const revision = from?.hasRevision() ? BigInt(from.getRevision()) : undefined;
  const wanted = isBackwards(options)
    ? read.events.filter((event) => revision === undefined || event.revision <= revision).reverse()
    : read.events.filter((event) => event.revision >= (revision ?? 0n));
  const available = isBackwards(options) || !from?.hasEnd() ? wanted : [];
  await sendUpTo(outlet, Number(options.getCount()), available);
}

async function sendUpTo(outlet: Outlet, count: number, events: Iterable<StoredEvent>): Promise<void> {
  let left = count;
  for (const event of events) {
    if (left <= 0 || outlet.over) return;
    await outlet.send(readMessages.event(event));
    left -= 1;
  }
}

/** Forwards reads page by page, so that what is appended meanwhile is still read. */
async function readAll(node: NodeContext, outlet: Outlet, options: ReadReq.Options): Promise<void> {
  const all = options.getAll();
  const filterOptions = options.getFilter();
  const filter = filterOptions ? allFilter(filterOptions) : everything;
  const position = all?.hasPosition() ? BigInt(all.getPosition()?.getCommitPosition() ?? '0') : undefined;
  if (position !== undefined && !node.store.log.isBoundary(position)) throw wireErrors.invalidPosition();
  const count = Number(options.getCount());
  if (isBackwards(options)) {
    const from = all?.hasStart() ? 0n : (position ?? 'end');
    return sendUpTo(outlet, count, node.store.log.readBackwards(from, filter));
  }
  if (all?.hasEnd()) return;
  let next = position ?? 0n;
  for (let left = count; left > 0 && !outlet.over; ) {
    const page = node.store.log.read(next, Math.min(PAGE, left), filter);
    await sendUpTo(outlet, left, page.events);
    if (page.endOfLog) return;
    left -= page.events.length;
    next = page.next;
  }
}

async function subscribe(node: NodeContext, outlet: Outlet, options: ReadReq.Options): Promise<void> {
  const position = options.getAll()?.getPosition();
  if (position && !node.store.log.isBoundary(BigInt(position.getCommitPosition()))) throw wireErrors.handlerThrew();
  const source = options.hasAll()
    ? new AllSubscription(node.store, options, node.tellsCheckpointFirst)
    : new StreamSubscription(node.store, options);
  await runSubscription(node, outlet, source);
}

/** Streams and `$all`, in both directions, and subscriptions: all of them are one method of the protocol. */
export function readService(node: NodeContext): handleServerStreamingCall<ReadReq, ReadResp> {
  return async (call) => {
    const options = call.request.getOptions() ?? new streamsPb.ReadReq.Options();
    const wireCall = options.hasSubscription()
      ? recordCall(node, 'subscribe', call.metadata, BigInt(options.getAll()?.getPosition()?.getCommitPosition() ?? 0))
      : recordCall(node, 'read', call.metadata);
    const outlet = new Outlet(call, node.faults);
    await node.faults.beforeHandling();
    try {
      const refused = refusal(node, wireCall);
      if (refused) throw refused;
      if (options.hasSubscription()) await subscribe(node, outlet, options);
      else if (options.hasAll()) await readAll(node, outlet, options);
      else await readStream(node, outlet, options);
      outlet.end();
    } catch (error) {
      outlet.fail(error as Error);
    }
  };
}
