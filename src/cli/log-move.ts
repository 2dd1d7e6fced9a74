import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copyLog, type LogContents } from '../event-store/copy-log.js';
import { type Erasure, leavingOut } from '../event-store/erasing.js';
import type { EventStore } from '../event-store/event-store.js';
import { openKurrentTarget } from '../event-store/kurrent/kurrent-target.js';
import { openKurrentLog } from '../event-store/kurrent/open-kurrent-log.js';
import { DEFAULT_PREFIX, shownUrl } from '../event-store/kurrent/store-url.js';
import type { LogTarget } from '../event-store/log-target.js';
import { openSqliteLog } from '../event-store/sqlite/open-sqlite-log.js';
import { openSqliteTarget } from '../event-store/sqlite/sqlite-target.js';
import { ambient } from '../serving/ambient.js';
import { borrow } from './borrow.js';
import { Failure } from './failure.js';
import { inScratch } from './scratch.js';
import { StatusLine } from './status-line.js';
import { capitalised, count, number } from './wording.js';

/** Where a log is, or shall be: a data directory, or a server with the prefix of the streams there. */
export interface LogPlace {
  readonly at: string;
  readonly prefix?: string | undefined;
}

const clock = (): number => Date.now();
const isServer = ({ at }: LogPlace): boolean => at.includes('://');

/**
 * Copies a log from one place to another, going on with what is there of it.
 * @throws {Failure} @throws {EventStoreError}
 */
export async function moveLog(from: LogPlace, to: LogPlace, erasure?: Erasure): Promise<LogContents> {
  assertApart(from, to);
  const scratch = mkdtempSync(join(tmpdir(), 'regtime-'));
  return inScratch(scratch, async () => {
    const source = await openSource(from, scratch);
    let target: LogTarget | undefined;
    const status = new StatusLine();
    try {
      const leftOut = erasure && (await leavingOut(source, erasure, ambient));
      target = await (isServer(to)
        ? openKurrentTarget({ url: to.at, prefix: to.prefix, log: source.log, clock })
        : openSqliteTarget(to.at, source.log, clock));
      return await copyLog(
        source,
        target,
        (step, done, of) => status.show(() => `${capitalised(step)}: ${number(done)} of ${count(of, 'event')}`),
        leftOut,
      );
    } finally {
      status.clear();
      await target?.close();
      await source.close();
    }
  });
}

async function openSource({ at, prefix }: LogPlace, scratch: string): Promise<EventStore> {
  if (isServer({ at })) return openKurrentLog({ url: at, prefix, directory: scratch, mustExist: true, clock });
  const directory = resolve(at);
  if (!existsSync(join(directory, 'log.db'))) throw new Failure(`there is no log in ${directory}`);
  return openSqliteLog({ directory: await borrow(directory, 'log.db', scratch), readOnly: true, clock });
}

function assertApart(from: LogPlace, to: LogPlace): void {
  for (const place of [from, to]) {
    if (isServer(place) || place.prefix === undefined) continue;
    throw new Failure(`${place.at} is a directory: a prefix is about the streams of an event store`);
  }
  if (isServer(from) !== isServer(to)) return;
  const [prefixFrom = DEFAULT_PREFIX, prefixTo = DEFAULT_PREFIX] = [from.prefix, to.prefix];
  if (isServer(from) ? from.at === to.at && prefixFrom === prefixTo : resolve(from.at) === resolve(to.at)) {
    throw new Failure('the source and the target are the same');
  }
  if (isServer(from) && from.at !== to.at) {
    throw new Failure(
      `one process uses one event store, not ${shownUrl(from.at)} and ${shownUrl(to.at)}: ` +
        'migrate to a data directory, and from there to the other',
    );
  }
}
