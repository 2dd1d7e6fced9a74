import featuresPb, { type SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { type NodeContext, recordCall } from './node-context.js';

const STREAMS = 'event_store.client.streams.streams';

const METHODS: readonly (readonly [service: string, method: string, ...features: string[]])[] = [
  [STREAMS, 'read', 'position', 'events'],
  [STREAMS, 'append'],
  [STREAMS, 'delete'],
  [STREAMS, 'tombstone'],
  [STREAMS, 'batchappend', 'deadline_duration'],
  ['event_store.client.gossip.gossip', 'read'],
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods'],
];

/** What a 23.10 server says of the methods that are served here, by which the client picks BatchAppend. */
export function featuresService(
  node: NodeContext,
  batchAppend: boolean,
): handleUnaryCall<sharedPb.Empty, SupportedMethods> {
  return async (call, callback) => {
    recordCall(node, 'features', call.metadata);
    await node.faults.beforeHandling();
    const answer = new featuresPb.SupportedMethods();
    answer.setEventStoreServerVersion('23.10.6');
    for (const [service, method, ...features] of METHODS) {
      if (method === 'batchappend' && !batchAppend) continue;
      const supported = new featuresPb.SupportedMethod();
      supported.setServiceName(service).setMethodName(method).setFeaturesList(features);
      answer.addMethods(supported);
    }
    callback(null, answer);
  };
}
