import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { openKurrentLog } from '../../../src/event-store/kurrent/open-kurrent-log.js';
import { shownUrl } from '../../../src/event-store/kurrent/store-url.js';
import { eventStoreContract } from '../contract.js';
import { temporaryDirectories } from '../sqlite/directories.js';
import { REAL, realServer } from './answering.js';
import { startWireServer, type WireServer } from './wire/wire-server.js';

const directories = temporaryDirectories();

/** The contract says what is answered, not how soon: a container on a busy machine has its pauses. */
const PATIENT = { numbering: 30_000, append: { attempt: 10_000, whole: 60_000, pause: 200 } };

/** An empty log under a prefix of its own, so that a server can be used again and again. */
async function emptyLog(url: string) {
  const options = {
    url,
    prefix: `test-${randomUUID()}.`,
    directory: directories(),
    clock: Date.now,
    patience: PATIENT,
  };
  let store = await openKurrentLog(options);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openKurrentLog(options);
      return store;
    },
    close: () => store.close(),
  };
}

let wire: WireServer;
beforeAll(async () => {
  wire = await startWireServer();
});
afterAll(() => wire.stop());

eventStoreContract('KurrentDB, at the other end of the wire,', () => emptyLog(wire.url));

if (REAL) eventStoreContract(`KurrentDB at ${shownUrl(REAL)}`, async () => emptyLog(await realServer()));
