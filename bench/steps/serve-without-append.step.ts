import type { EventStore } from '../../src/event-store/event-store.js';
import { prepareAppend } from '../../src/event-store/prepared-append.js';
import { listen } from '../../src/serving/listen.js';
import { openParts } from './open-parts.js';

/**
 * The service with the append left out: envelopes, texts and hashes are made, then it is answered as if they were
 * stored, and nothing has to follow. What durability and live views cost is measured against it.
 * node serve-without-append.step.js <directory>
 */
function withoutAppend(store: EventStore): EventStore {
  let position = 0;
  return {
    log: store.log,
    append: async (stream, expectedRevision, events) => {
      const prepared = prepareAppend(store.log, stream, expectedRevision, events);
      position += prepared.events.length;
      const recordedAt = events.at(-1)?.envelope.recordedAt ?? '';
      return { revision: expectedRevision + events.length, position, recordedAt };
    },
    readStream: (stream) => store.readStream(stream),
    readAll: (from) => store.readAll(from),
    subscribeAll: (from, signal) => store.subscribeAll(from, signal),
    head: () => store.head(),
    close: () => store.close(),
  };
}

const [directory = ''] = process.argv.slice(2);
const parts = openParts(directory, withoutAppend);
parts.startup.caughtUp = true;
console.log(`listening on ${await listen(parts, '127.0.0.1', 0, (closing) => process.once('SIGTERM', closing))}`);
