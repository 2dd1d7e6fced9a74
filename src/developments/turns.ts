import type { EventStore } from '../event-store/event-store.js';

/** For each log the last of those who wait to change a stream. */
const queues = new WeakMap<EventStore, Map<string, Promise<unknown>>>();

/**
 * Lets the changes of one stream come one after the other in this process. However many come at once, each decides on
 * what the one before it left, where all but one would otherwise have to decide again, and again. Other processes are
 * still met as revision conflicts.
 */
export async function inTurn<T>(store: EventStore, stream: string, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(store) ?? new Map<string, Promise<unknown>>();
  queues.set(store, queue);
  const before = queue.get(stream) ?? Promise.resolve();
  const mine = before.then(work);
  const over = mine.catch(() => undefined);
  queue.set(stream, over);
  try {
    return await mine;
  } finally {
    if (queue.get(stream) === over) queue.delete(stream);
  }
}
