import type { EventStore } from './event-store.js';

/** A store that is another one in everything but how it appends; what is appended still goes into that one. */
export const withAppend = (store: EventStore, append: EventStore['append']): EventStore => ({
  log: store.log,
  ...(store.refusesRepeats && { refusesRepeats: true }),
  append,
  readStream: (stream) => store.readStream(stream),
  readAll: (from) => store.readAll(from),
  subscribeAll: (from, signal) => store.subscribeAll(from, signal),
  head: () => store.head(),
  ...(store.positionOf && { positionOf: store.positionOf.bind(store) }),
  close: () => store.close(),
});
