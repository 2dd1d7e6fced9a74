import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { LogUnavailable } from '../errors.js';
import { outlivesOutages } from './outages.js';
import { connectionString, shownUrl } from './store-url.js';

/** A use of the process's one client. */
export interface SharedClient {
  readonly client: EventStoreDBClient;
  /** The server as it may be named in messages. */
  readonly server: string;
  /** Ends what the client still has under way once nobody else uses it. */
  release(): Promise<void>;
}

/** Milliseconds given to the client to end what it has under way. */
const DISPOSAL = 500;

interface Current {
  readonly url: string;
  readonly client: EventStoreDBClient;
  users: number;
}

let current: Current | undefined;

/**
 * The client of this process, or this thread: the appends that wait for an answer are kept in one table of the module's,
 * so that the broken connection of a second client would fail those of the first.
 * @throws {LogUnavailable} when it is connected elsewhere, or for what is no URL
 */
export function shareClient(url: string): SharedClient {
  if (current !== undefined && current.url !== url) {
    throw new LogUnavailable(
      `this process is connected to ${shownUrl(current.url)}; it can't use a second event store`,
    );
  }
  current ??= { url, client: connect(url), users: 0 };
  const used = current;
  used.users += 1;
  let released = false;
  return {
    client: used.client,
    server: shownUrl(url),
    release: async () => {
      if (released) return;
      released = true;
      used.users -= 1;
      if (used.users > 0) return;
      if (current === used) current = undefined;
      // There may be no connection to end, and whoever lets go of it may have more to say of that.
      await Promise.race([disposed(used.client).catch(() => undefined), pause(DISPOSAL)]);
    },
  };
}

/** Parts of the client that its types don't show: its connection, and what opens every call. */
interface Internals {
  getChannel(): Promise<{ close(): void }>;
  GRPCStreamCreator<S>(service: unknown, name: string, creator: (service: S) => Duplex, cache?: unknown): unknown;
}

/** Ends its calls, which may never come to an end where the server has ended one itself, and the connection. */
async function disposed(client: EventStoreDBClient): Promise<void> {
  const calls = client.dispose();
  const channel = await (client as unknown as Internals).getChannel();
  await Promise.race([calls, pause(DISPOSAL / 2)]);
  channel.close();
}

function connect(url: string): EventStoreDBClient {
  const text = connectionString(url);
  let client: EventStoreDBClient;
  try {
    client = EventStoreDBClient.connectionString(text);
  } catch (error) {
    // What it says of the string itself has the string in it, and so the password.
    const isOfString = typeof error === 'object' && error !== null && 'connectionString' in error;
    const reason =
      error instanceof Error && !isOfString ? error.message : 'an option has a value that it does not take';
    throw new LogUnavailable(`the URL of the event store can't be used: ${reason}`);
  }
  const internals = client as unknown as Internals;
  const create = internals.GRPCStreamCreator;
  internals.GRPCStreamCreator = (service, name, creator, cache) =>
    create(service, name, name === 'appendToStream' ? (each) => withoutCrashes(creator(each)) : creator, cache);
  outlivesOutages(client);
  return client;
}

/**
 * Two things on the connection for appends would end the process, since the client lets them go unhandled: a second
 * answer to one append, and a connection that breaks while writes wait for it to drain.
 */
function withoutCrashes(calls: Duplex): Duplex {
  for (const listener of calls.listeners('data')) {
    calls.removeListener('data', listener as () => void);
    calls.on('data', (answer) => {
      try {
        listener.call(calls, answer);
      } catch (error) {
        // An append without an answer meets its own deadline.
        if (!(error instanceof TypeError)) throw error;
      }
    });
  }
  // Nothing need wait: how much can be under way at once is bounded by the appender.
  const write = calls.write.bind(calls) as (chunk: unknown) => boolean;
  calls.write = (chunk: unknown): boolean => {
    write(chunk);
    return true;
  };
  return calls;
}
