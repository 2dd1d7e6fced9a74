import { PROJECTIONS } from '../../projections/index.js';
import type { Parts } from '../../src/app.module.js';
import type { EventStore } from '../../src/event-store/event-store.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { Views } from '../../src/projecting/views.js';
import { assemble } from '../../src/serving/assemble.js';

/** The parts of the service over a data directory whose views are whole, reading only. */
export function openParts(directory: string, through = (store: EventStore): EventStore => store): Parts {
  const store = openSqliteLog({ directory, readOnly: true, clock: Date.now });
  const views = Views.open({ directory, log: store.log, projections: PROJECTIONS, readOnly: true });
  const follower = { start: async () => true, reached: async () => true, close: async () => undefined };
  return assemble(through(store), views, follower);
}
