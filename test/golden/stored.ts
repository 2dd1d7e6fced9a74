import type { SealedEvent } from '../../src/event-store/event-store.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import type { SqliteLog } from '../../src/event-store/sqlite/sqlite-log.js';
import { tamper } from '../event-store/sqlite/tamper.js';

/** An embedded log of these events, which keep the log they were recorded in: the directory's is given that id. */
export async function storedIn(directory: string, events: readonly SealedEvent[]): Promise<SqliteLog> {
  const open = (): SqliteLog => openSqliteLog({ directory, clock: Date.now });
  await open().close();
  tamper(directory, `UPDATE meta SET value = '${events[0]?.envelope.log}' WHERE name = 'log'`);
  const log = open();
  await Promise.all(events.map((event) => log.append(event.envelope.stream, event.envelope.revision - 1, [event])));
  return log;
}
