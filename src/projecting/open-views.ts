import type { EventStore } from '../event-store/event-store.js';
import { Views, type ViewsOptions } from './views.js';
import { removeViews } from './views-files.js';

interface Options extends Pick<ViewsOptions, 'directory' | 'projections'> {
  readonly store: EventStore;
}

/** Opens the views of a log to keep them up with it, building them anew where they hold what the log does not. */
export async function openViews({ store, ...options }: Options): Promise<Views> {
  const views = Views.open({ ...options, log: store.log });
  try {
    if (await holdThatLog(views, store)) return views;
  } catch (error) {
    views.close();
    throw error;
  }
  const { file } = views;
  views.close();
  removeViews(file);
  return Views.open({ ...options, log: store.log });
}

/**
 * A log that was restored from a backup has lost the events after it and may have got others in their place: the id
 * of the log tells nothing of that, the event at the checkpoint does.
 */
export async function holdThatLog({ checkpoint, last }: Views, store: EventStore): Promise<boolean> {
  if (checkpoint === 0) return true;
  for await (const [event] of store.readAll(checkpoint)) return event?.envelope.id === last;
  return false;
}
