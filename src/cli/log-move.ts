import { existsSync, readdirSync, realpathSync, rmdirSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { copyLog, type LogContents } from '../event-store/copy-log.js';
import { makeDirectory } from '../event-store/durable-files.js';
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
import { inScratch, temporary } from './scratch.js';
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
  assertThere(from);
  const isNew = !isServer(to) && !existsSync(to.at);
  try {
    return await inScratch(besideWork(from, to, erasure), (scratch) => moved(from, to, erasure, scratch));
  } finally {
    if (isNew && existsSync(to.at) && readdirSync(to.at).length === 0) rmdirSync(to.at);
  }
}

async function moved(
  from: LogPlace,
  to: LogPlace,
  erasure: Erasure | undefined,
  scratch: string,
): Promise<LogContents> {
  const source = await openSource(from, scratch);
  let target: LogTarget | undefined;
  const status = new StatusLine();
  try {
    const { position: head } = await source.head();
    const leftOut = erasure && (await leavingOut(source, head, erasure, ambient));
    target = await (isServer(to)
      ? openKurrentTarget({ url: to.at, prefix: to.prefix, log: source.log, clock })
      : openSqliteTarget(to.at, source.log, clock));
    return await copyLog(
      source,
      head,
      target,
      (step, done, of) => status.show(() => `${capitalised(step)}: ${number(done)} of ${count(of, 'event')}`),
      leftOut,
    );
  } finally {
    status.clear();
    await target?.close();
    await source.close();
  }
}

async function openSource({ at, prefix }: LogPlace, scratch: string): Promise<EventStore> {
  if (isServer({ at })) return openKurrentLog({ url: at, prefix, directory: scratch, mustExist: true, clock });
  return openSqliteLog({ directory: await borrow(resolve(at), 'log.db', scratch), readOnly: true, clock });
}

function assertThere(from: LogPlace): void {
  if (isServer(from) || existsSync(join(from.at, 'log.db'))) return;
  throw new Failure(`there is no log in ${resolve(from.at)}`);
}

/**
 * Where the source may have to be copied to be read: on the disk that has to have room for it anyway. What shall be
 * erased is copied only to where it is deleted with the source, should nobody remove the copy.
 */
function besideWork(from: LogPlace, to: LogPlace, erasure: Erasure | undefined): string {
  if (erasure && !isServer(from)) return join(resolve(from.at), 'reading-');
  if (isServer(to)) return temporary();
  makeDirectory(resolve(to.at));
  return join(resolve(to.at), 'reading-');
}

function assertApart(from: LogPlace, to: LogPlace): void {
  for (const place of [from, to]) {
    if (isServer(place) || place.prefix === undefined) continue;
    throw new Failure(`${place.at} is a directory: a prefix is about the streams of an event store`);
  }
  if (isServer(from) !== isServer(to)) return;
  if (isServer(from)) assertServersApart(from, to);
  else assertDirectoriesApart(placeOf(resolve(from.at)), placeOf(resolve(to.at)));
}

function assertServersApart(from: LogPlace, to: LogPlace): void {
  if (from.at !== to.at) {
    throw new Failure(
      `one process uses one event store, not ${shownUrl(from.at)} and ${shownUrl(to.at)}: ` +
        'migrate to a data directory, and from there to the other',
    );
  }
  const prefixes = [from.prefix ?? DEFAULT_PREFIX, to.prefix ?? DEFAULT_PREFIX];
  const [shorter = '', longer = ''] = prefixes.sort((a, b) => a.length - b.length);
  if (shorter === longer) throw new Failure(SAME);
  if (longer.startsWith(shorter)) {
    throw new Failure(
      `streams that begin with "${longer}" would be taken for those of "${shorter}": choose another prefix`,
    );
  }
}

const SAME = 'the source and the target are the same';

function assertDirectoriesApart(from: string, to: string): void {
  if (from === to) throw new Failure(SAME);
  if (!`${to}${sep}`.startsWith(`${from}${sep}`) && !`${from}${sep}`.startsWith(`${to}${sep}`)) return;
  throw new Failure(`one of ${from} and ${to} is inside the other: choose a directory apart`);
}

/** Where a path leads, by way of any links; it need not be there yet. */
function placeOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(placeOf(parent), basename(path));
}
