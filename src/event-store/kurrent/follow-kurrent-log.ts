import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LogUnavailable } from '../errors.js';
import type { FollowedLog, RecordedEvent } from '../event-store.js';
import { shareClient } from './kurrent-client.js';
import { asLogError } from './kurrent-errors.js';
import { logId } from './log-identity.js';
import { NumberedReading } from './numbered-reading.js';
import { headOf, Positions } from './positions.js';
import { openPositionsDatabase } from './positions-file.js';
import { DEFAULT_PREFIX } from './store-url.js';

/** Milliseconds given to the other thread to write what it has numbered. */
const PATIENCE = 2_000;
const LOOK_AGAIN = 50;

export interface FollowOptions {
  readonly url: string;
  readonly prefix?: string | undefined;
  /** Holds the positions that another thread of this node keeps. */
  readonly directory: string;
}

/** The log to follow; the server tells it of what is new, so that it need not be told to look. */
export interface KurrentFollowed extends FollowedLog {
  look(): void;
  close(): Promise<void>;
}

/**
 * The log as a thread beside the one that writes follows it: over a client of its own, by the positions that are kept
 * there, and counting on from them.
 * @throws {LogUnavailable} @throws {LogDamaged}
 */
export async function followKurrentLog({
  url,
  prefix = DEFAULT_PREFIX,
  directory,
}: FollowOptions): Promise<KurrentFollowed> {
  const shared = shareClient(url);
  const { client, server } = shared;
  const feed = { client, server, prefix };
  try {
    const log = await logId(feed);
    if (log === undefined) throw new LogUnavailable(`${server} has no log under the prefix "${prefix}"`);
    const database = openPositionsDatabase({ directory: resolve(directory), log, prefix, readOnly: true });
    const positions = new Positions(database);
    const reading = new NumberedReading(feed, log, positions);
    const closed = new AbortController();
    async function* pages(from: number): AsyncGenerator<readonly RecordedEvent[]> {
      const head = (): number => positions.last()?.position ?? 0;
      for (let waited = 0; head() < from && waited < PATIENCE; waited += LOOK_AGAIN) await pause(LOOK_AGAIN);
      yield* reading.between(from, head(), closed.signal);
    }
    return {
      log,
      readAll: (from) => pages(from),
      subscribeAll: (from, signal) => reading.from(from, signal),
      head: async () => headOf(positions.last()),
      look: () => undefined,
      close: async () => {
        closed.abort();
        database.close();
        await shared.release();
      },
    };
  } catch (error) {
    await shared.release();
    throw asLogError(error, server);
  }
}
