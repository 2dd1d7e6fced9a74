import { cpus, release, totalmem, type } from 'node:os';
import Database from 'better-sqlite3';

/** What it was measured on, in one line. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}`,
    `${memory} GB`,
    `${type()} ${release()}`,
    `Node.js ${process.versions.node}`,
    `SQLite ${sqliteVersion()}`,
  ].join(', ');
}

function sqliteVersion(): string {
  const database = new Database(':memory:');
  const version = database.prepare<[], string>('SELECT sqlite_version()').pluck().get();
  database.close();
  return version ?? 'unknown';
}
