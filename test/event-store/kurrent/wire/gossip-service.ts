import { randomUUID } from 'node:crypto';
import gossipPb, { type ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { type NodeContext, recordCall } from './node-context.js';

const TICKS_PER_MILLISECOND = 10_000n;

/** Who is in the cluster and what each one is, by which the client picks the node that it talks to. */
export function gossipService(node: NodeContext): handleUnaryCall<sharedPb.Empty, ClusterInfo> {
  return async (call, callback) => {
    recordCall(node, 'gossip', call.metadata);
    await node.faults.beforeHandling();
    const { membership } = node;
    const following = membership.leader
      ? gossipPb.MemberInfo.VNodeState.FOLLOWER
      : gossipPb.MemberInfo.VNodeState.UNKNOWN;
    const info = new gossipPb.ClusterInfo();
    for (const { address, port } of membership.members) {
      const member = new gossipPb.MemberInfo();
      const id = new sharedPb.UUID();
      id.setString(randomUUID());
      member.setInstanceId(id);
      member.setTimeStamp(String(BigInt(node.store.now()) * TICKS_PER_MILLISECOND));
      member.setState(membership.leader?.port === port ? gossipPb.MemberInfo.VNodeState.LEADER : following);
      member.setIsAlive(membership.isAlive(port));
      const endpoint = new gossipPb.EndPoint();
      endpoint.setAddress(address).setPort(port);
      member.setHttpEndPoint(endpoint);
      info.addMembers(member);
    }
    callback(null, info);
  };
}
