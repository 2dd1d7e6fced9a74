import { LogDamaged } from '../errors.js';
import type { LastEvent } from './positions.js';
import { isTold, notAfter, type StorePoint } from './store-point.js';
import { endOfLog, readStored } from './stream-reading.js';
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

/** Whether the server's log reaches a point. Restored from a backup, it may end before what was seen of it. */
export async function reaches(feed: Feed, point: StorePoint): Promise<boolean> {
  const end = await endOfLog(feed);
  return end !== undefined && notAfter(point, end);
}

/**
 * Where a log that was followed that far can be followed on from; before `through` where the server has lost what others
 * had written up to there.
 * @throws {LogDamaged} where it has lost something of ours @throws {LogUnavailable}
 */
export async function resumption(feed: Feed, { through, event }: Followed): Promise<StorePoint | undefined> {
  if (through === undefined || (await reaches(feed, through))) {
    if (!isWhole(event) || (await hasStill(feed, event))) return through;
  } else if (event === undefined || (isWhole(event) ? await hasStill(feed, event) : await reaches(feed, event.point))) {
    return event?.point;
  }
  throw new LogDamaged(
    `${feed.server} no longer has the event at ${event?.point.commit}/${event?.point.prepare}, which this node has ` +
      'numbered: if it was restored from a backup, start this node anew, which numbers the log again',
  );
}

const isWhole = (event: Followed['event']): event is LastEvent => event?.id !== undefined;
