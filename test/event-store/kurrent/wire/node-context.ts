import type { Metadata, ServiceError } from '@grpc/grpc-js';
import type { Faults } from './faults.js';
import type { Endpoint, Membership } from './membership.js';
import { wireErrors } from './wire-errors.js';
import type { WireStore } from './wire-store.js';

/** What the services of one node share. */
export interface NodeContext {
  readonly store: WireStore;
  readonly faults: Faults;
  readonly membership: Membership;
  readonly self: () => Endpoint;
  /** Bytes of event data that one append may hold. */
  readonly maxAppendSize: number;
  /** Whether subscriptions to `$all` with a filter tell a checkpoint before they are caught up, as from 24.2 on. */
  readonly tellsCheckpointFirst: boolean;
  /** Every call that arrived, in order. */
  readonly calls: WireCall[];
}

export interface WireCall {
  readonly method: 'read' | 'subscribe' | 'append' | 'batch-append' | 'delete' | 'tombstone' | 'features' | 'gossip';
  readonly requiresLeader: boolean;
  /** Of a subscription to `$all`: the position that it goes on after. */
  readonly after?: bigint;
}

export function recordCall(
  { calls }: NodeContext,
  method: WireCall['method'],
  metadata: Metadata,
  after?: bigint,
): WireCall {
  const requiresLeader = metadata.get('requires-leader')[0] === 'true';
  const call = { method, requiresLeader, ...(after !== undefined && { after }) };
  calls.push(call);
  return call;
}

/** Why this node does not handle a call; a follower hands on what does not ask for the leader. */
export function refusal({ membership, self }: NodeContext, call: WireCall): ServiceError | undefined {
  const { leader } = membership;
  if (!leader) return wireErrors.notReady();
  return call.requiresLeader && leader.port !== self().port ? wireErrors.notLeader(leader) : undefined;
}
