import type { EventStoreDBClient } from '@eventstore/db-client';
import { ServerFeatures } from '@eventstore/db-client/dist/Client/ServerFeatures.js';

/** gRPC's status for an outage. */
const UNAVAILABLE = 14;

/** Parts of the client that its types don't show: how it finds the node it talks to, and its connection to it. */
interface Internals {
  resolveUri(): Promise<string>;
  getChannel(): Promise<object>;
  execute(...call: typeof ServerFeatures.createServerFeatures): Promise<ServerFeatures>;
}

/**
 * Without it, one search for a node that finds none, as during an election, would fail every append from then on: the
 * client throws what nobody can tell from a defect, and keeps the failed question of what the server can do for good.
 */
export function outlivesOutages(client: EventStoreDBClient): void {
  const internals = client as unknown as Internals;
  const resolve = internals.resolveUri;
  internals.resolveUri = () =>
    resolve().catch((cause: unknown) => {
      throw Object.assign(new Error('none of its nodes leads, or none can be reached', { cause }), {
        code: UNAVAILABLE,
      });
    });
  let known: { readonly channel: object; readonly features: Promise<ServerFeatures> } | undefined;
  const features = async (): Promise<ServerFeatures> => {
    const channel = await internals.getChannel();
    // Another node may be of another version.
    if (known?.channel === channel) return known.features;
    const asked = { channel, features: internals.execute(...ServerFeatures.createServerFeatures) };
    known = asked;
    asked.features.catch(() => {
      if (known === asked) known = undefined;
    });
    return asked.features;
  };
  Object.defineProperty(client, 'capabilities', { get: features });
}
