import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Changes a log as someone with the file and enough determination can. */
export function tamper(directory: string, statements: string): void {
  const database = new Database(join(directory, 'log.db'));
  const triggers = database
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  database.exec(statements);
  for (const { sql } of triggers) database.exec(sql);
  database.close();
}
