import { openSqliteLog } from '../../../src/event-store/sqlite/open-sqlite-log.js';
import { eventStoreContract } from '../contract.js';
import { temporaryDirectories } from './directories.js';

const directories = temporaryDirectories();

eventStoreContract('the SQLite log on disk', async () => {
  const directory = directories();
  let store = openSqliteLog({ directory, clock: Date.now });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = openSqliteLog({ directory, clock: Date.now });
      return store;
    },
    close: () => store.close(),
  };
});

eventStoreContract('the SQLite log in memory', async () => {
  const store = openSqliteLog({ directory: ':memory:', clock: Date.now });
  return { store, close: () => store.close() };
});
