import { Membership } from './membership.js';
import { startWireServer, type WireServer, type WireServerOptions } from './wire-server.js';
import { WireStore } from './wire-store.js';

export interface WireCluster {
  /** A connection string that makes the client ask for the leader first. */
  readonly url: string;
  readonly nodes: readonly WireServer[];
  readonly store: WireStore;
  /** The node that leads; undefined while there is none. */
  leader(): WireServer | undefined;
  /** Makes another living node the leader; the old one goes on as a follower. */
  changeLeader(to?: WireServer): WireServer;
  /** No node leads until the next changeLeader; nothing is served meanwhile. */
  loseLeader(): void;
  stop(): Promise<void>;
}

/** Nodes that share one log and one view of who leads. */
export async function startWireCluster(
  size = 3,
  options: Omit<WireServerOptions, 'membership'> = {},
): Promise<WireCluster> {
  const membership = new Membership();
  const store = options.store ?? new WireStore();
  const nodes: WireServer[] = [];
  for (let index = 0; index < size; index += 1) {
    nodes.push(await startWireServer({ ...options, store, membership }));
  }
  const leader = (): WireServer | undefined => nodes.find((node) => node.endpoint.port === membership.leader?.port);
  return {
    url: `esdb://${nodes.map(({ endpoint }) => `${endpoint.address}:${endpoint.port}`).join(',')}?tls=false`,
    nodes,
    store,
    leader,
    changeLeader(to) {
      const old = leader();
      const next = to ?? nodes.find((node) => node !== old && membership.isAlive(node.endpoint.port));
      if (!next) throw new Error('No other node is alive.');
      membership.elect(next.endpoint.port);
      return next;
    },
    loseLeader() {
      membership.elect(undefined);
    },
    async stop() {
      for (const node of nodes) await node.stop();
    },
  };
}
