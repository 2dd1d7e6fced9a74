import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PROJECTIONS } from '../../projections/index.js';
import { Access } from '../../src/access/access.js';
import { Keyring } from '../../src/access/keyring.js';
import { RateLimiter } from '../../src/access/rate-limit.js';
import type { Tokens } from '../../src/access/tokens.js';
import { Moments } from '../../src/answers/moment.js';
import { Pages } from '../../src/answers/page.js';
import { ViewNeighbours } from '../../src/answers/view-neighbours.js';
import { appModule } from '../../src/app.module.js';
import { Directory } from '../../src/developments/directory.js';
import type { EventStore } from '../../src/event-store/event-store.js';
import { Recorder } from '../../src/event-store/recorder.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { httpAdapter } from '../../src/http/adapter.js';
import { acceptContent } from '../../src/http/content.js';
import { guard } from '../../src/http/gate.js';
import { Hosts } from '../../src/http/hosts.js';
import type { Follower, Parked } from '../../src/projecting/following.js';
import { Projector } from '../../src/projecting/projector.js';
import { Views } from '../../src/projecting/views.js';
import { plainTelemetry } from '../../src/telemetry/telemetry.js';
import { tamper } from '../event-store/sqlite/tamper.js';

const LOG = '6f1c4a5e-3b0d-4c8f-9a57-2d1e8b7c9f04';
const STARTED = Date.parse('2026-11-21T09:00:00.000Z');
const MINUTE = 60_000;

/** What can be made to go wrong. */
export interface Faults {
  /** Thrown by every append. */
  append?: Error;
  /** Thrown by everything that asks the log. */
  log?: Error;
  /** Thrown by everything that asks the views. */
  views?: Error;
  /** The views hold nothing yet, and nobody can say when they will. */
  behind?: true;
  /** The views have not caught up yet. */
  starting?: true;
  parked?: readonly Parked[];
  /** Who asks has to be known, by this. */
  tokens?: Tokens;
  /** More came than may. */
  hurry?: true;
}

/** The service with the log's id, clock and chance fixed, so that it answers the same every time. */
export interface Stage {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly faults: Faults;
  /** Lets a minute pass. */
  tick(): void;
  close(): Promise<void>;
}

export async function openStage(onRoute: (method: string, path: string) => void = () => undefined): Promise<Stage> {
  const directory = mkdtempSync(join(tmpdir(), 'stage-'));
  const faults: Faults = {};
  const log = await logOf(directory);
  const store = failing(log, faults);
  const views = Views.open({ directory: ':memory:', log: LOG, projections: PROJECTIONS });
  const projector = new Projector(log, views, (error) => console.error(error));
  const { tick, ambient } = ambience();
  const readable = {
    get sql() {
      if (faults.views) throw faults.views;
      return views.sql;
    },
    get checkpoint() {
      return faults.behind ? 0 : views.checkpoint;
    },
    get parked() {
      return faults.parked ?? views.parked;
    },
  };
  const follower: Follower = {
    start: () => projector.start(),
    reached: async (position, timeout) => !faults.behind && projector.reached(position, timeout),
    close: () => projector.close(),
  };
  const telemetry = plainTelemetry();
  telemetry.metrics.watch({ store, views: readable, projections: [], now: ambient.now });
  const app = await NestFactory.create<NestFastifyApplication>(
    appModule({
      reading: {
        store,
        views: readable,
        moments: new Moments(store, readable, follower, ambient.now),
        pages: new Pages(LOG),
      },
      writing: {
        recorder: new Recorder(store, ambient),
        directory: new Directory(store),
        neighbours: new ViewNeighbours(readable, follower),
      },
      startup: {
        get caughtUp() {
          return !faults.starting;
        },
      },
      telemetry,
    }),
    httpAdapter(),
    { bodyParser: false, logger: false },
  );
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) onRoute(each, url);
  });
  const [open, keyring] = [new Access(new Keyring()), new Keyring()];
  const exhausted = new RateLimiter({ requests: 1, seconds: 60 }, () => 0);
  exhausted.count('address 127.0.0.1');
  guard(server, {
    hosts: new Hosts('127.0.0.1', [], true),
    get access() {
      return faults.tokens ? new Access(keyring, faults.tokens) : open;
    },
    get limiter() {
      return faults.hurry && exhausted;
    },
  });
  acceptContent(server);
  await app.init();
  await projector.start();
  await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    app,
    faults,
    tick,
    close: async () => {
      await app.close();
      await projector.close();
      views.close();
      await log.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function logOf(directory: string): Promise<EventStore> {
  const clock = () => STARTED;
  await openSqliteLog({ directory, clock }).close();
  tamper(directory, `UPDATE meta SET value = '${LOG}' WHERE name = 'log'`);
  return openSqliteLog({ directory, clock });
}

function failing(log: EventStore, faults: Faults): EventStore {
  const guarded = <A extends readonly unknown[], R>(ask: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      if (faults.log) throw faults.log;
      return ask(...args);
    };
  };
  return {
    log: log.log,
    append: guarded(async (...args) => {
      if (faults.append) throw faults.append;
      return log.append(...args);
    }),
    readStream: guarded((stream) => log.readStream(stream)),
    head: guarded(() => log.head()),
    readAll: async function* (from) {
      if (faults.log) throw faults.log;
      yield* log.readAll(from);
    },
    subscribeAll: (from, signal) => log.subscribeAll(from, signal),
    close: () => log.close(),
  };
}

function ambience() {
  let minutes = 0;
  let made = 0;
  const now = () => new Date(STARTED + minutes * MINUTE);
  const counted = () => String(made++);
  return {
    tick: () => {
      minutes++;
    },
    ambient: {
      now,
      salt: () => createHash('sha256').update(counted()).digest().subarray(0, 16).toString('base64url'),
      uuid: () => {
        const time = now().getTime().toString(16).padStart(12, '0');
        return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${counted().padStart(12, '0')}`;
      },
    },
  };
}

/** The lines of the sample, the first of which names the dataset. */
export const sampleLines = (): readonly string[] =>
  readFileSync('data/sample/opening-the-walled-gardens.ndjson', 'utf8').trim().split('\n');
