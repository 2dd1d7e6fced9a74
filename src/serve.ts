import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 as uuidv7 } from 'uuid';
import { PROJECTIONS } from '../projections/index.js';
import { Moments } from './answers/moment.js';
import { Pages } from './answers/page.js';
import { ViewNeighbours } from './answers/view-neighbours.js';
import { appModule, type Parts } from './app.module.js';
import { Directory } from './developments/directory.js';
import type { EventStore } from './event-store/event-store.js';
import { type Ambient, Recorder } from './event-store/recorder.js';
import { openSqliteLog } from './event-store/sqlite/open-sqlite-log.js';
import type { SqliteLog } from './event-store/sqlite/sqlite-log.js';
import { httpAdapter } from './http/adapter.js';
import { answerBeforeClosing } from './http/closing.js';
import { acceptContent } from './http/content.js';
import { type Gate, guard } from './http/gate.js';
import { type GateOptions, gateForAll, gateForOne, openGate } from './http/open-gate.js';
import { importSample } from './import/sample.js';
import type { Follower, ReadableViews } from './projecting/following.js';
import { openViews } from './projecting/open-views.js';
import { Projector } from './projecting/projector.js';
import { ThreadFollower } from './projecting/thread-follower.js';
import type { Views } from './projecting/views.js';
import { StderrLogger } from './stderr-logger.js';

export interface ServeOptions extends GateOptions {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Holds the log, the views and the keys; `:memory:` keeps the first two in memory, and has no keys. */
  readonly dataDir: string;
  readonly sample?: boolean;
  /** Follow the log in a thread of its own; the program must then run from its compiled files. */
  readonly thread?: boolean;
}

export interface ReadOnlyOptions {
  /** Holds the log, which is not changed. */
  readonly logDir: string;
  /** Views that hold all there is to ask about; nothing is added to them afterwards. */
  readonly viewsFor: (store: EventStore) => Promise<Views>;
}

/** A running service. */
export interface Service {
  readonly url: string;
  readonly parts: Parts;
  /** Stops accepting, finishes what was accepted, closes the stores. */
  close(): Promise<void>;
}

type Closing = () => Promise<void> | void;
type OnClose = (closing: Closing) => void;

/** Bytes of randomness fetched at a time: asking for 16 takes as long as asking for thousands. */
const POOL = 4_096;
const A_TIME = 16;

/** 16 random bytes, new each time. */
function randomness(): () => Buffer {
  let pool = Buffer.alloc(0);
  return () => {
    if (pool.length === 0) pool = randomBytes(POOL);
    const bytes = pool.subarray(0, A_TIME);
    pool = pool.subarray(A_TIME);
    return bytes;
  };
}

const random = randomness();
const ambient: Ambient = {
  now: () => new Date(),
  salt: () => random().toString('base64url'),
  uuid: () => uuidv7({ random: random() }),
};
const clock = (): number => Date.now();

const log = new Logger('service');

/**
 * Opens the stores, follows the log, and listens.
 * @throws {AccessError} if others could reach it and nothing would tell who asks
 * @throws {EventStoreError} if the log can't be opened; a system error if it can't listen there
 */
export function serve(options: ServeOptions): Promise<Service> {
  const { host, port, dataDir, sample = false, thread = false } = options;
  return started(async (onClose) => {
    const gate = await openGate(options, (error) => log.error(messageOf(error)));
    const store = openSqliteLog({ directory: dataDir, clock });
    onClose(() => store.close());
    const { views, follower } = await (thread ? followInThread : followHere)(store, dataDir, onClose);
    const parts = assemble(store, views, follower);
    const following = follower.start().then((caughtUp) => {
      parts.startup.caughtUp = caughtUp;
    });
    following.catch((error) => log.error('the views can not follow the log', error));
    if (sample) await importSample(parts.writing);
    return { parts, url: await listen(parts, host, port, onClose, gate) };
  });
}

/**
 * Serves what another process may be writing, on loopback, to whoever has the key that is made for it: other users of
 * the machine may not be allowed to read the directory.
 * @throws {EventStoreError} if the log can't be opened
 */
export function serveReadOnly({ logDir, viewsFor }: ReadOnlyOptions): Promise<Service & { readonly key: string }> {
  return started(async (onClose) => {
    const store = openSqliteLog({ directory: logDir, readOnly: true, clock });
    onClose(() => store.close());
    const views = await viewsFor(store);
    onClose(() => views.close());
    const parts = assemble(store, views, new Projector(store, views, reportFailure));
    parts.startup.caughtUp = true;
    const { gate, key } = gateForOne(ambient.now().toISOString());
    return { parts, key, url: await listen(parts, '127.0.0.1', 0, onClose, gate) };
  });
}

/** Closes in reverse order, also what a start that fails half way has opened. */
async function started<S>(start: (onClose: OnClose) => Promise<S>): Promise<S & Pick<Service, 'close'>> {
  Logger.overrideLogger(new StderrLogger());
  const closings: Closing[] = [];
  const close = async (): Promise<void> => {
    for (const closing of closings.splice(0).reverse()) await closing();
  };
  try {
    return { ...(await start((closing) => closings.push(closing))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const reportFailure = (error: unknown): void =>
  log.error(`the views can't follow the log for now: ${messageOf(error)}`);

interface Following {
  readonly views: ReadableViews;
  readonly follower: Follower;
}

async function followHere(store: SqliteLog, directory: string, onClose: OnClose): Promise<Following> {
  const views = await openViews({ store, directory, projections: PROJECTIONS });
  onClose(() => views.close());
  const follower = new Projector(store, views, reportFailure);
  onClose(() => follower.close());
  return { views, follower };
}

async function followInThread(store: SqliteLog, directory: string, onClose: OnClose): Promise<Following> {
  const thread = await ThreadFollower.open({
    entry: new URL('./projector-thread.js', import.meta.url),
    directory,
    head: () => store.head(),
    onFailure: reportFailure,
  });
  onClose(() => thread.close());
  store.onCommit(() => thread.look());
  return { views: thread, follower: thread };
}

/** The parts over a log and the views that follow it. */
export function assemble(store: EventStore, views: ReadableViews, follower: Follower): Parts {
  const moments = new Moments(store, views, follower, ambient.now);
  const startup = { caughtUp: false };
  return {
    reading: { store, views, moments, pages: new Pages(store.log) },
    writing: {
      recorder: new Recorder(store, ambient),
      directory: new Directory(store),
      neighbours: new ViewNeighbours(views, follower, startup),
    },
    startup,
  };
}

/** Serves the parts over HTTP to whoever passes the gate. @returns the URL it is reached at */
export async function listen(
  parts: Parts,
  host: string,
  port: number,
  onClose: OnClose,
  gate: Gate = gateForAll(),
): Promise<string> {
  const cutOff = new AbortController();
  const app = await NestFactory.create<NestFastifyApplication>(appModule(parts, cutOff.signal), httpAdapter(), {
    bodyParser: false,
    abortOnError: false,
    logger: new StderrLogger(),
  });
  const server = app.getHttpAdapter().getInstance();
  const answerWhatCame = answerBeforeClosing(server, cutOff);
  onClose(async () => {
    await answerWhatCame();
    await app.close();
  });
  guard(server, gate);
  acceptContent(server);
  await app.init();
  await server.listen({ host, port });
  const { port: bound } = server.server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
}
