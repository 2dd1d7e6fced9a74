import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { openKurrentLog } from '../../../src/event-store/kurrent/open-kurrent-log.js';
import { eventStoreContract } from '../contract.js';
import { temporaryDirectories } from '../sqlite/directories.js';
import { startWireServer, type WireServer } from './wire/wire-server.js';

const directories = temporaryDirectories();

/** An empty log under a prefix of its own, so that a server can be used again and again. */
async function emptyLog(url: string) {
  const options = { url, prefix: `test-${randomUUID()}.`, directory: directories(), clock: Date.now };
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

const { KURRENTDB_URL: real } = process.env;
if (real) eventStoreContract(`KurrentDB at ${real}`, () => emptyLog(real));
