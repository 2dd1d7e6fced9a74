import { Logger } from '@nestjs/common';
import { PROJECTIONS } from '../projections/index.js';
import type { Parts } from './app.module.js';
import type { EventStore } from './event-store/event-store.js';
import { openSqliteLog } from './event-store/sqlite/open-sqlite-log.js';
import { type GateOptions, gateForOne, openGate } from './http/open-gate.js';
import { importSample } from './import/sample.js';
import { Projector } from './projecting/projector.js';
import { hasViews, Snapshot } from './projecting/snapshot.js';
import type { LogServer } from './projecting/thread-follower.js';
import type { Views } from './projecting/views.js';
import { ambient } from './serving/ambient.js';
import { assemble } from './serving/assemble.js';
import { type OnClose, started } from './serving/closings.js';
import { followHere, followInThread, type TellingStore } from './serving/follow.js';
import { listen } from './serving/listen.js';
import type { Logging } from './telemetry/logging.js';
import { NestLogger } from './telemetry/nest-logger.js';
import { openTelemetry, plainTelemetry, type Telemetry } from './telemetry/telemetry.js';
import { readSite } from './web/site.js';

export interface ServeOptions extends GateOptions {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Holds the log, the views and the keys; `:memory:` keeps the first two in memory, and has no keys. */
  readonly dataDir: string;
  /** Keeps the log instead; what the data directory then holds of it can be made again. */
  readonly server?: LogServer | undefined;
  /** A snapshot to start from, if the data directory has no views yet. */
  readonly snapshot?: string | undefined;
  readonly sample?: boolean;
  /** Follow the log in a thread of its own; the program must then run from its compiled files. */
  readonly thread?: boolean;
  readonly logging?: Logging;
  /** Holds the page for people, as web/build.mjs writes it; unless given, there is none. */
  readonly siteDir?: string;
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

const clock = (): number => Date.now();

/** Runs compiled, as every thread. */
const WRITER = new URL('./event-store/sqlite/writer-thread.js', import.meta.url);

const log = new Logger('service');

/**
 * Opens the stores, follows the log, and listens.
 * @throws {AccessError} if others could reach it and nothing would tell who asks
 * @throws {SnapshotRefused} if the snapshot is of another log or version
 * @throws {EventStoreError} if the log can't be opened; a system error if it can't listen there
 */
export async function serve(options: ServeOptions): Promise<Service> {
  const { host, port, dataDir, server, sample = false, thread = false, logging = {}, siteDir } = options;
  const telemetry = await openTelemetry(logging, process.env);
  const { metrics } = telemetry;
  const reports = {
    onFailure: (error: unknown) => {
      metrics.projectorFailed();
      reportFailure(error);
    },
    onRestart: () => metrics.projectorRestarted(),
  };
  return told(telemetry, async (onClose) => {
    const gate = await openGate(options, (error) => log.error(messageOf(error)));
    const snapshot = snapshotFor(options);
    const onGroup = metrics.group;
    const openOnServer = async (named: LogServer): Promise<TellingStore> => {
      // Its client takes a sixth of the time to start, and a log of one's own has no use for it.
      const { openKurrentLog } = await import('./event-store/kurrent/open-kurrent-log.js');
      return openKurrentLog({
        ...named,
        directory: dataDir,
        clock,
        onGroup,
        onFailure: reportServer,
        onIdentified: async (id) => snapshot?.placePositions(id, dataDir),
      });
    };
    const store = server
      ? await openOnServer(server)
      : openSqliteLog({
          directory: dataDir,
          clock,
          onGroup,
          thread: thread ? WRITER : undefined,
          onFailure: reportWriter,
        });
    onClose(() => store.close());
    await snapshot?.placeViews(store, dataDir);
    const { views, follower } = await (thread ? followInThread : followHere)(store, dataDir, reports, onClose, server);
    const site = siteDir === undefined ? undefined : readSite(siteDir);
    const parts = { ...assemble(store, views, follower, telemetry), site };
    const caughtUp = follower.start().then((reached) => {
      parts.startup.caughtUp = reached;
    });
    caughtUp.catch((error) => log.error('the views can not follow the log', error));
    if (sample) await importSample(parts.writing);
    return { parts, url: await listen(parts, host, port, onClose, gate) };
  });
}

/** A replica that is started again has views of its own, and is not held up by a snapshot that may be gone by then. */
function snapshotFor({ snapshot, dataDir }: ServeOptions): Snapshot | undefined {
  if (snapshot === undefined) return undefined;
  if (!hasViews(dataDir, PROJECTIONS)) return Snapshot.open(snapshot, PROJECTIONS);
  log.log(`the snapshot ${snapshot} is not used: ${dataDir} has views already`);
  return undefined;
}

/**
 * Serves what another process may be writing, on loopback, to whoever has the key that is made for it: other users of
 * the machine may not be allowed to read the directory.
 * @throws {EventStoreError} if the log can't be opened
 */
export function serveReadOnly({ logDir, viewsFor }: ReadOnlyOptions): Promise<Service & { readonly key: string }> {
  const telemetry = plainTelemetry();
  return told(telemetry, async (onClose) => {
    const store = openSqliteLog({ directory: logDir, readOnly: true, clock });
    onClose(() => store.close());
    const views = await viewsFor(store);
    onClose(() => views.close());
    const parts = assemble(store, views, new Projector(store, views, reportFailure), telemetry);
    parts.startup.caughtUp = true;
    const { gate, key } = gateForOne(ambient.now().toISOString());
    return { parts, key, url: await listen(parts, '127.0.0.1', 0, onClose, gate) };
  });
}

/** Starts what tells of itself by its telemetry, whose last traces are sent once all else is closed. */
function told<S>({ log: to, tracing }: Telemetry, start: (onClose: OnClose) => Promise<S>) {
  Logger.overrideLogger(new NestLogger(to));
  return started((onClose) => {
    onClose(() => tracing?.close());
    return start(onClose);
  });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const reportWriter = (error: unknown): void => log.error(messageOf(error));

const reportServer = (error: unknown): void => log.warn(`the event store: ${messageOf(error)}`);

const reportFailure = (error: unknown): void =>
  log.error(`the views can't follow the log for now: ${messageOf(error)}`);
