import { PROJECTIONS } from '../../projections/index.js';
import type { EventStore } from '../event-store/event-store.js';
import type { Follower, ReadableViews } from '../projecting/following.js';
import { openViews } from '../projecting/open-views.js';
import { Projector } from '../projecting/projector.js';
import { type LogServer, ThreadFollower } from '../projecting/thread-follower.js';
import type { OnClose } from './closings.js';

/** What follows a log, and the views that it keeps. */
export interface Following {
  readonly views: ReadableViews;
  readonly follower: Follower;
}

/** A log that may tell when something was committed to it; a server tells its followers itself. */
export interface TellingStore extends EventStore {
  onCommit?(listener: () => void): void;
}

/** Told how following goes wrong. */
export interface Reports {
  readonly onFailure: (error: unknown) => void;
  readonly onRestart: () => void;
}

/** Follows on the thread that answers. */
export async function followHere(
  store: EventStore,
  directory: string,
  { onFailure }: Reports,
  onClose: OnClose,
): Promise<Following> {
  const views = await openViews({ store, directory, projections: PROJECTIONS });
  onClose(() => views.close());
  const follower = new Projector(store, views, onFailure);
  onClose(() => follower.close());
  return { views, follower };
}

/** Follows in a thread of its own, so that answers need not wait for it. */
export async function followInThread(
  store: TellingStore,
  directory: string,
  reports: Reports,
  onClose: OnClose,
  server?: LogServer,
): Promise<Following> {
  const thread = await ThreadFollower.open({
    entry: new URL('../projector-thread.js', import.meta.url),
    directory,
    server,
    head: () => store.head(),
    ...reports,
  });
  onClose(() => thread.close());
  store.onCommit?.(() => thread.look());
  return { views: thread, follower: thread };
}
