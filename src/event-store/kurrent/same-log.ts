import { LogDamaged } from '../errors.js';
import type { LastEvent } from './positions.js';
import { isTold, type StorePoint } from './store-point.js';
import { readStored, storedFrom } from './stream-reading.js';
import type { Feed } from './subscription.js';

/** How far somebody has followed the log: all up to a point, and the last event of ours up to there. */
export interface Followed {
  readonly through?: StorePoint | undefined;
  readonly event?: (Pick<LastEvent, 'point'> & Partial<LastEvent>) | undefined;
}

/** Whether the server still has an event, and there: one that was restored from a backup may have another or none. */
export async function hasStill(feed: Feed, { stream, revision, id, point }: LastEvent): Promise<boolean> {
  const [found] = (await readStored(feed, stream, { from: revision, limit: 1 })) ?? [];
  if (found?.id !== id) return false;
  return !isTold(found.position) || found.position.commit === point.commit;
}

/**
 * Where a log that was followed that far can be followed on from. A subscription at a point takes the first event it can
 * see there or later for the one that was seen: where none stands there any more, after a scavenge say, or none that is
 * shown, that may be one of ours. So it begins at a point only where an event is seen to stand, else at our last one.
 * @throws {LogDamaged} where the server has lost something of ours @throws {LogUnavailable}
 */
export async function resumption(feed: Feed, { through, event }: Followed): Promise<StorePoint | undefined> {
  if (event !== undefined && !(isWhole(event) ? await hasStill(feed, event) : await stands(feed, event.point))) {
    throw new LogDamaged(
      `${feed.server} no longer has the event at ${event.point.commit}/${event.point.prepare}, which this node has ` +
        'numbered: if it was restored from a backup, start this node anew, which numbers the log again',
    );
  }
  if (through === undefined || through.commit === event?.point.commit) return through;
  return (await stands(feed, through)) ? through : event?.point;
}

/** Whether a subscription sees an event there. */
async function stands(feed: Feed, point: StorePoint): Promise<boolean> {
  const found = await storedFrom(feed, point);
  return found?.position.commit === point.commit;
}

const isWhole = (event: Followed['event']): event is LastEvent => event?.id !== undefined;
