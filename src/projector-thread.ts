import { join, resolve } from 'node:path';
import { BroadcastChannel, parentPort, workerData } from 'node:worker_threads';
import { PROJECTIONS } from '../projections/index.js';
import { openSqliteLog } from './event-store/sqlite/open-sqlite-log.js';
import { commitChannel } from './event-store/sqlite/writer-messages.js';
import { openViews } from './projecting/open-views.js';
import { Projector } from './projecting/projector.js';
import type { FromThread, ThreadData, ToThread } from './projecting/thread-follower.js';
import { isDamage } from './projecting/views-database.js';
import { removeViews } from './projecting/views-files.js';

/** The thread that follows the log of a data directory and alone writes its views. */

const { directory, server } = workerData as ThreadData;
const tell = (message: FromThread): void => parentPort?.postMessage(message);

const store = server
  ? await (await import('./event-store/kurrent/follow-kurrent-log.js')).followKurrentLog({ ...server, directory })
  : openSqliteLog({ directory, readOnly: true, clock: () => Date.now() });
const views = await openViews({ store, directory, projections: PROJECTIONS });
const progress = (): void => tell({ file: views.file, checkpoint: views.checkpoint, parked: views.parked });
const projector = new Projector(store, views, (error) => failed(error), progress);

const commits = new BroadcastChannel(commitChannel(join(resolve(directory), 'log.db')));
commits.onmessage = () => store.look();

/** The thread ends with it. */
async function close(): Promise<void> {
  commits.close();
  await projector.close();
  views.close();
  await store.close();
  parentPort?.close();
}

/** The thread that is started next finds none, and builds them. */
async function discard(): Promise<void> {
  await projector.close();
  removeViews(views.file);
  await close();
}

function failed(error: unknown): void {
  if (isDamage(error)) {
    tell({ failure: `the views are damaged, and built anew: ${String(error)}` });
    void discard();
  } else {
    tell({ failure: String(error) });
  }
}

const WHAT_TO_DO: Readonly<Record<ToThread, () => unknown>> = {
  look: () => store.look(),
  discard,
  close,
};
parentPort?.on('message', (message: ToThread) => WHAT_TO_DO[message]());
progress();
await projector.start();
