import { PAYLOAD_ERASED } from '../event-store/erased.js';
import type { FollowedLog } from '../event-store/event-store.js';
import { Views, type ViewsOptions, viewsFile } from './views.js';
import { isDamage } from './views-database.js';
import { removeViews } from './views-files.js';

interface Options extends Pick<ViewsOptions, 'directory' | 'projections'> {
  readonly store: FollowedLog;
}

/** Opens the views of a log to keep them up with it, building them anew where they don't hold what the log does. */
export async function openViews({ store, ...options }: Options): Promise<Views> {
  const known = await openIfSound({ ...options, log: store.log }, store);
  if (known) return known;
  removeViews(viewsFile(options));
  return Views.open({ ...options, log: store.log });
}

/** @returns undefined if they are damaged, or not of that log */
async function openIfSound(options: ViewsOptions, store: FollowedLog): Promise<Views | undefined> {
  let views: Views | undefined;
  try {
    views = Views.open(options);
    if ((await holdThatLog(views, store)) && !(await holdErased(views, store))) return views;
  } catch (error) {
    if (!isDamage(error)) {
      views?.close();
      throw error;
    }
  }
  views?.close();
  return undefined;
}

/**
 * A log that was restored from a backup has lost the events after it and may have got others in their place: the id
 * of the log tells nothing of that, the event at the checkpoint does.
 */
export async function holdThatLog(
  { checkpoint, last }: Pick<Views, 'checkpoint' | 'last'>,
  store: FollowedLog,
): Promise<boolean> {
  if (checkpoint === 0) return true;
  for await (const [event] of store.readAll(checkpoint)) return event?.envelope.id === last;
  return false;
}

/**
 * Whether views hold what was erased since: the copy of a log without it has the same events, and says so only at the
 * end. Views that took part of such a copy in already are built anew for nothing. What follows the log reads the same
 * once more, but only afterwards: until it has come so far, these views would be answered from.
 */
export async function holdErased({ checkpoint }: Pick<Views, 'checkpoint'>, store: FollowedLog): Promise<boolean> {
  if (checkpoint === 0) return false;
  for await (const page of store.readAll(checkpoint + 1)) {
    for (const { envelope, data } of page) {
      if (envelope.type === PAYLOAD_ERASED && Number(data.position) <= checkpoint) return true;
    }
  }
  return false;
}
