import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { Broken } from './journal.js';

/** The whole log, straight from the file, once everything in it has been verified. @throws {LogDamaged} @throws {Broken} */
export async function readLog(directory: string): Promise<readonly RecordedEvent[]> {
  const store = openSqliteLog({ directory, readOnly: true, clock: Date.now });
  try {
    const verified = await store.verify();
    const events: RecordedEvent[] = [];
    for await (const page of store.readAll(1)) events.push(...page);
    // More may have come since they were counted, never less.
    if (events.length < verified) throw new Broken(`${verified} events were verified and ${events.length} read`);
    for (const [index, { position }] of events.entries()) {
      if (position !== index + 1) throw new Broken(`position ${index + 1} is missing`);
    }
    return events;
  } finally {
    await store.close();
  }
}

/** Throws the views away; the journals of a killed process may be left behind. */
export function removeViews(directory: string, journalsToo: boolean): void {
  const names = readdirSync(directory);
  const views = names.filter((name) => (journalsToo ? /^views-/ : /^views-.*\.db$/).test(name));
  for (const name of views) rmSync(join(directory, name));
}

/** How far the views have come, for whoever looks while another process builds them; 0 before there are any. */
export function viewsCheckpoint(directory: string): number {
  const name = readdirSync(directory).find((each) => /^views-.*\.db$/.test(each));
  if (name === undefined) return 0;
  let database: Database.Database | undefined;
  try {
    database = new Database(join(directory, name), { readonly: true });
    return database.prepare<[], number>(`SELECT value FROM meta WHERE name = 'checkpoint'`).pluck().get() ?? 0;
  } catch {
    // Just being made.
    return 0;
  } finally {
    database?.close();
  }
}
