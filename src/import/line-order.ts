import type { Writing } from '../developments/writing.js';
import type { EventStore } from '../event-store/event-store.js';
import { withAppend } from '../event-store/with-append.js';

type Work<Result> = (writing: Writing) => Promise<Result>;

/**
 * Lets what is worked on side by side into the log in the order in which it was begun: log order decides which of two
 * developments of one day comes later, and it has to be that of the file, not that of which was decided first.
 *
 * Each line has a store of its own, and so queues for its stream (inTurn) with nobody else: a turn that is held while
 * waiting for the lines before could make two imports wait for each other forever.
 */
export function inLineOrder(writing: Writing): <Result>(work: Work<Result>) => Promise<Result> {
  const { store } = writing.recorder;
  let allBefore: Promise<void> = Promise.resolve();
  return async (work) => {
    const before = allBefore;
    let pass = (): void => undefined;
    const passed = new Promise<void>((resolve) => {
      pass = resolve;
    });
    allBefore = before.then(() => passed);
    const recorder = writing.recorder.over(waiting(store, before, pass));
    try {
      return await work({ ...writing, recorder });
    } finally {
      // Whatever had nothing to append holds up nobody.
      pass();
    }
  };
}

/**
 * The store, but that an append waits for its turn; the log takes appends in the order they are handed over. Whoever
 * sends a file waits for its last line: larger transactions serve him better than early ones.
 */
const waiting = (store: EventStore, before: Promise<void>, pass: () => void): EventStore =>
  withAppend(store, async (stream, expectedRevision, events) => {
    await before;
    const appended = store.append(stream, expectedRevision, events, true);
    pass();
    return appended;
  });
