import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Projection, Sql } from '../../projections/projection.js';
import { RULES } from '../../projections/rules.js';
import type { RecordedEvent } from '../event-store/event-store.js';
import type { Parked, ReadableViews } from './following.js';
import { sqlOver } from './sql.js';

export interface ViewsOptions {
  /** The data directory, or `:memory:`. */
  readonly directory: string;
  readonly log: string;
  readonly projections: readonly Projection[];
  readonly readOnly?: boolean;
}

/** Named after the versions, so that a new version builds its own file beside the old one. */
export function viewsFile({ directory, projections }: Pick<ViewsOptions, 'directory' | 'projections'>): string {
  if (directory === ':memory:') return directory;
  const versions = projections.map(({ name, version, tables }) => [name, version, tables]);
  const hash = createHash('sha256')
    .update(JSON.stringify([RULES, versions]))
    .digest('hex')
    .slice(0, 12);
  return join(directory, `views-${hash}.db`);
}

/** The views database: tables of every projection, one checkpoint, and which projections are parked. */
export class Views implements ReadableViews {
  readonly #db: Database.Database;
  readonly #projections: readonly Projection[];
  readonly sql: Sql;
  #checkpoint: number;
  readonly #parked: Map<string, Parked>;

  private constructor(db: Database.Database, projections: readonly Projection[]) {
    this.#db = db;
    this.#projections = projections;
    this.sql = sqlOver(db);
    this.#checkpoint = this.sql.get<{ value: number }>(`SELECT value FROM meta WHERE name = 'checkpoint'`)?.value ?? 0;
    this.#parked = new Map(this.sql.all<Parked>('SELECT * FROM parked').map((each) => [each.projection, each]));
  }

  /** Opens the views of a log, building them anew if the file is another log's or is not usable. */
  static open(options: ViewsOptions): Views {
    const file = viewsFile(options);
    if (options.readOnly) return new Views(new Database(file, { readonly: true }), options.projections);
    if (options.directory !== ':memory:') mkdirSync(options.directory, { recursive: true });
    try {
      const db = openFor(file, options);
      if (db) return new Views(db, options.projections);
    } catch (error) {
      if (!sqliteCode(error)) throw error;
    }
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    return new Views(openFor(file, options) as Database.Database, options.projections);
  }

  get checkpoint(): number {
    return this.#checkpoint;
  }

  get parked(): readonly Parked[] {
    return [...this.#parked.values()];
  }

  /** Applies a page of events in one transaction with its checkpoint. */
  apply(page: readonly RecordedEvent[]): void {
    const last = page.at(-1);
    if (last === undefined) return;
    try {
      this.#transact(page, (projection, event) => projection.apply(event, this.sql));
    } catch {
      // Something in the page cannot be handled: find out which projection, and where, event by event.
      this.#transact(page, (projection, event) => this.#applyOrPark(projection, event));
    }
    this.#checkpoint = last.position;
  }

  close(): void {
    this.#db.close();
  }

  #transact(page: readonly RecordedEvent[], apply: (projection: Projection, event: RecordedEvent) => void): void {
    this.#db.transaction(() => {
      for (const event of page) {
        for (const projection of this.#projections) if (!this.#parked.has(projection.name)) apply(projection, event);
      }
      this.sql.run(`UPDATE meta SET value = ? WHERE name = 'checkpoint'`, page.at(-1)?.position ?? 0);
    })();
  }

  #applyOrPark(projection: Projection, event: RecordedEvent): void {
    const blocked = projection.reads?.map((name) => this.#parked.get(name)).find((parked) => parked !== undefined);
    try {
      if (blocked) throw new Error(`it reads ${blocked.projection}, which is parked`);
      this.#db.transaction(() => projection.apply(event, this.sql))();
    } catch (error) {
      if (isStorageFault(error)) throw error;
      const parked = { projection: projection.name, position: event.position, error: String(error) };
      this.sql.run('INSERT INTO parked VALUES (?, ?, ?)', parked.projection, parked.position, parked.error);
      this.#parked.set(parked.projection, parked);
    }
  }
}

// By code, not by class: the class differs where a module is loaded twice.
const sqliteCode = (error: unknown): string | undefined => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
};

/** A full disk or a failing one, not an event that can't be handled. */
const isStorageFault = (error: unknown): boolean => sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT') === false;

/** The database with its tables, or undefined if it holds the views of another log. */
function openFor(file: string, { log, projections }: ViewsOptions): Database.Database | undefined {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  // Views can be rebuilt: a power cut may cost the last batches, never consistency.
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -65536');
  const made = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'meta'`).get();
  if (!made) {
    db.transaction(() => {
      db.exec('CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID');
      db.exec('CREATE TABLE parked (projection TEXT PRIMARY KEY, position INTEGER NOT NULL, error TEXT NOT NULL)');
      for (const { tables } of projections) db.exec(tables);
      db.prepare(`INSERT INTO meta VALUES ('log', ?), ('checkpoint', 0)`).run(log);
    })();
    return db;
  }
  if (db.prepare(`SELECT value FROM meta WHERE name = 'log'`).pluck().get() === log) return db;
  db.close();
  return undefined;
}
