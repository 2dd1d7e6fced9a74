import { readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type Database from 'better-sqlite3';
import type { CommittedGroup } from '../committed-group.js';
import { makeDirectory } from '../durable-files.js';
import { LogUnavailable } from '../errors.js';
import { lockForWriting, type WriterLock } from '../sqlite/writer-lock.js';
import { Appender, type AppendPatience } from './appender.js';
import { shareClient } from './kurrent-client.js';
import { asLogError } from './kurrent-errors.js';
import { KurrentLog } from './kurrent-log.js';
import { LogEnd } from './log-end.js';
import { logId, startLog } from './log-identity.js';
import { NumberedAppends } from './numbered-appends.js';
import { NumberedReading } from './numbered-reading.js';
import { Numbering, type NumberingOptions } from './numbering.js';
import { Positions } from './positions.js';
import { openPositionsDatabase, positionsFile } from './positions-file.js';
import { hasStill } from './same-log.js';
import { checkedPrefix, DEFAULT_PREFIX } from './store-url.js';
import type { Feed } from './subscription.js';

export interface KurrentLogOptions {
  /** `esdb://…` or `kurrentdb://…`. */
  readonly url: string;
  /** What the names of the log's streams begin with; fixed once a log has been started. */
  readonly prefix?: string | undefined;
  /** Holds this node's positions of the log; made if missing. `:memory:` for positions that end with the process. */
  readonly directory: string;
  /** Milliseconds since 1970-01-01, for the note of when the log was started. */
  readonly clock: () => number;
  /** Needs a log that was started already. */
  readonly mustExist?: boolean;
  /** Told which log it is, before the positions of this node are opened. */
  readonly onIdentified?: (log: string) => Promise<void>;
  readonly onFailure?: NumberingOptions['onFailure'];
  /** Told of every append, which the server commits by itself. */
  readonly onGroup?: (group: CommittedGroup) => void;
  readonly patience?: { readonly append?: AppendPatience; readonly numbering?: number; readonly reading?: number };
  readonly backoff?: NumberingOptions['backoff'];
}

/** Milliseconds a write waits for its number before it answers with the store's own position. */
const NUMBERING_PATIENCE = 3_000;
/** Milliseconds without any progress after which a start is given up. */
const START_PATIENCE = 60_000;
const POSITIONS = /^positions-([0-9a-f-]{36})\.db$/;

/**
 * Opens the log that a server keeps under the prefix, starting a new one where there is none.
 * @throws {LogInUse} @throws {LogUnavailable} @throws {LogDamaged}
 */
export async function openKurrentLog(options: KurrentLogOptions): Promise<KurrentLog> {
  const { url, prefix = DEFAULT_PREFIX, clock, onFailure, onGroup, backoff, patience = {} } = options;
  checkedPrefix(prefix);
  const inMemory = options.directory === ':memory:';
  const directory = inMemory ? options.directory : resolve(options.directory);
  const shared = shareClient(url);
  let lock: WriterLock | undefined;
  let database: Database.Database | undefined;
  try {
    if (!inMemory) {
      makeDirectory(directory);
      // Several nodes on one log are well; on one directory, each would write the other's files.
      lock = lockForWriting(directory);
    }
    const feed: Feed = { client: shared.client, server: shared.server, prefix };
    const log = await identified(feed, directory, clock(), options.mustExist);
    await options.onIdentified?.(log);
    database = await soundDatabase(feed, directory, log);
    const numbering = new Numbering({ feed, log, database, onFailure, backoff });
    const { positions } = numbering;
    await numberedUp(numbering);
    const held = { lock, database };
    const waits = patience.numbering ?? NUMBERING_PATIENCE;
    return new KurrentLog(log, {
      feed,
      positions,
      numbering,
      appends: new NumberedAppends(feed, new Appender(feed, patience.append), numbering, waits),
      reading: new NumberedReading(feed, log, positions, patience.reading),
      end: new LogEnd(feed, numbering, waits),
      patience: waits,
      onGroup,
      onClose: async () => {
        try {
          await numbering.close();
        } finally {
          held.database.close();
          held.lock?.release();
          await shared.release();
        }
      },
    });
  } catch (error) {
    database?.close();
    lock?.release();
    await shared.release();
    throw asLogError(error, shared.server);
  }
}

/** Numbers all that the server has. Before that it isn't known whether the log is sound. */
async function numberedUp(numbering: Numbering): Promise<void> {
  numbering.start();
  try {
    for (;;) {
      const before = numbering.seen;
      try {
        return await numbering.caughtUp(START_PATIENCE);
      } catch (error) {
        if (!(error instanceof LogUnavailable) || numbering.seen === before) throw error;
      }
    }
  } catch (error) {
    await numbering.close();
    throw error;
  }
}

async function identified(feed: Feed, directory: string, now: number, mustExist = false): Promise<string> {
  const known = await logId(feed);
  if (known !== undefined) return known;
  if (mustExist) throw new LogUnavailable(`${feed.server} has no log under the prefix "${feed.prefix}"`);
  const [followed] = followedLogs(directory);
  if (followed !== undefined) {
    throw new LogUnavailable(
      `${feed.server} has no log under the prefix "${feed.prefix}", but ${directory} belongs to the log ${followed}: ` +
        `correct the URL or the prefix; to start another log, remove ${positionsFile(directory, followed)}`,
    );
  }
  return startLog(feed, now);
}

/** The logs that were numbered in a directory. */
const followedLogs = (directory: string): readonly string[] =>
  directory === ':memory:' ? [] : readdirSync(directory).flatMap((name) => POSITIONS.exec(name)?.[1] ?? []);

/** A server that was restored from a backup has lost events, and may have got others in their place. */
async function soundDatabase(feed: Feed, directory: string, log: string): Promise<Database.Database> {
  const options = { directory, log, prefix: feed.prefix };
  const database = openPositionsDatabase(options);
  try {
    const last = new Positions(database).lastEvent();
    if (last === undefined || (await hasStill(feed, last))) return database;
  } catch (error) {
    database.close();
    throw error;
  }
  database.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(positionsFile(directory, log) + suffix, { force: true });
  return openPositionsDatabase(options);
}
