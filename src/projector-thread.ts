import { parentPort, workerData } from 'node:worker_threads';
import { PROJECTIONS } from '../projections/index.js';
import { openSqliteLog } from './event-store/sqlite/open-sqlite-log.js';
import { openViews } from './projecting/open-views.js';
import { Projector } from './projecting/projector.js';
import type { FromThread, ToThread } from './projecting/thread-follower.js';

/** The thread that follows the log of a data directory and alone writes its views. */

const { directory } = workerData as { readonly directory: string };
const tell = (message: FromThread): void => parentPort?.postMessage(message);

const store = openSqliteLog({ directory, readOnly: true, clock: () => Date.now() });
const views = await openViews({ store, directory, projections: PROJECTIONS });
const progress = (): void => tell({ file: views.file, checkpoint: views.checkpoint, parked: views.parked });
const projector = new Projector(store, views, (error) => tell({ failure: String(error) }), progress);

parentPort?.on('message', async (message: ToThread) => {
  if (message === 'look') return store.look();
  await projector.close();
  views.close();
  await store.close();
  parentPort?.close();
});
progress();
await projector.start();
