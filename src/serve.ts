import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
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
import { acceptContent } from './http/content.js';
import { importSample } from './import/sample.js';
import { Projector } from './projecting/projector.js';
import { Views } from './projecting/views.js';

export interface ServeOptions {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Holds the log and the views; `:memory:` keeps both in memory. */
  readonly dataDir: string;
  readonly sample?: boolean;
}

/** A running service. */
export interface Service {
  readonly url: string;
  readonly parts: Parts;
  /** Stops accepting, finishes what was accepted, closes the stores. */
  close(): Promise<void>;
}

const ambient: Ambient = {
  now: () => new Date(),
  salt: () => randomBytes(16).toString('base64url'),
  uuid: () => uuidv7(),
};

const log = new Logger('service');

/** Opens the stores, follows the log, and listens. @throws {EventStoreError} if the log can't be opened */
export async function serve({ host, port, dataDir, sample = false }: ServeOptions): Promise<Service> {
  const store = openSqliteLog({ directory: dataDir, clock: () => Date.now() });
  const { parts, projector, views } = assemble(store, dataDir);
  const following = projector.start().then(() => {
    parts.startup.caughtUp = true;
  });
  if (sample) await importSample(parts.writing);
  const app = await NestFactory.create<NestFastifyApplication>(appModule(parts), new FastifyAdapter(), {
    bodyParser: false,
    logger: ['error', 'warn', 'fatal'],
  });
  acceptContent(app.getHttpAdapter().getInstance());
  await app.listen(port, host);
  return {
    url: await app.getUrl(),
    parts,
    close: async () => {
      await app.close();
      await projector.close();
      await following;
      views.close();
      await store.close();
    },
  };
}

function assemble(store: EventStore, directory: string): { parts: Parts; projector: Projector; views: Views } {
  const views = Views.open({ directory, log: store.log, projections: PROJECTIONS });
  const projector = new Projector(store, views, (error) => log.error('the views could not follow the log', error));
  const moments = new Moments(store, views, projector, ambient.now);
  return {
    projector,
    views,
    parts: {
      reading: { store, views, moments, pages: new Pages(store.log) },
      writing: {
        recorder: new Recorder(store, ambient),
        directory: new Directory(store),
        neighbours: new ViewNeighbours(views, projector),
      },
      startup: { caughtUp: false },
    },
  };
}
