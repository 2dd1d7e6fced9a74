import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { appendService } from './append-service.js';
import { batchAppendService } from './batch-append-service.js';
import { deleteService, tombstoneService } from './delete-service.js';
import { Faults } from './faults.js';
import { featuresService } from './features-service.js';
import { gossipService } from './gossip-service.js';
import { Link } from './link.js';
import { type Endpoint, Membership } from './membership.js';
import type { NodeContext, WireCall } from './node-context.js';
import { readService } from './read-service.js';
import { wireErrors } from './wire-errors.js';
import { WireStore } from './wire-store.js';

const HOST = '127.0.0.1';
/** The largest record that a log takes. */
const MAX_MESSAGE = 17 * 1024 * 1024;

export interface WireServerOptions {
  /** What the log holds already; by default a new one. */
  readonly store?: WireStore;
  /** Bytes of event data in one append; 1 MiB unless told. */
  readonly maxAppendSize?: number;
  /** Whether the server says that it knows BatchAppend; without it the client makes a call of each append. */
  readonly batchAppend?: boolean;
  readonly membership?: Membership;
  /** Whether it tells a checkpoint before caughtUp, as servers from 24.2 on do; 23.10 does not. */
  readonly tellsCheckpointFirst?: boolean;
}

export interface WireServer {
  /** A connection string for the client. */
  readonly url: string;
  readonly endpoint: Endpoint;
  readonly store: WireStore;
  readonly faults: Faults;
  /** Every call that arrived, in order. */
  readonly calls: readonly WireCall[];
  /** As by SIGKILL: every connection is reset, new ones are refused. */
  kill(): Promise<void>;
  /** On the same port, after a kill if it was still up; with the same contents, unless it was restored to others. */
  restart(contents?: WireStore): Promise<void>;
  stop(): Promise<void>;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`${HOST}:0`, ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}

/** A server on loopback that speaks the client's protocol and misbehaves on request. */
export async function startWireServer(options: WireServerOptions = {}): Promise<WireServer> {
  const server = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE });
  let store = options.store ?? new WireStore();
  const membership = options.membership ?? new Membership();
  const calls: WireCall[] = [];
  const inner = await listen(server);
  const link = new Link(inner);
  const faults = new Faults(link, { tooSlow: wireErrors.tooSlow, terminated: wireErrors.handlerThrew });
  const self = (): Endpoint => ({ address: HOST, port: link.port });
  const maxAppendSize = options.maxAppendSize ?? 1024 * 1024;
  const node: NodeContext = {
    get store() {
      return store;
    },
    faults,
    membership,
    self,
    maxAppendSize,
    tellsCheckpointFirst: options.tellsCheckpointFirst ?? false,
    calls,
  };
  server.addService(StreamsService, {
    read: readService(node),
    append: appendService(node),
    batchAppend: batchAppendService(node),
    delete: deleteService(node),
    tombstone: tombstoneService(node),
  });
  server.addService(ServerFeaturesService, { getSupportedMethods: featuresService(node, options.batchAppend ?? true) });
  server.addService(GossipService, { read: gossipService(node) });
  await link.listen();
  membership.add(self());
  const kill = async (): Promise<void> => {
    membership.setAlive(link.port, false);
    await link.cut();
  };
  return {
    url: `esdb://${HOST}:${link.port}?tls=false`,
    endpoint: self(),
    get store() {
      return store;
    },
    faults,
    calls,
    kill,
    async restart(contents = store) {
      await kill();
      store = contents;
      store.forgetRecentIds();
      await link.listen();
      membership.setAlive(link.port, true);
    },
    async stop() {
      await link.cut();
      server.forceShutdown();
    },
  };
}
