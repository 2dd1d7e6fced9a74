import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Projection, Sql } from '../../projections/projection.js';
import { RULES } from '../../projections/rules.js';
import type { RecordedEvent } from '../event-store/event-store.js';
import type { Parked, ReadableViews } from './following.js';
import { sqlOver } from './sql.js';
import { isStorageFault, openViewsDatabase } from './views-database.js';

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

const CHECKPOINT = `UPDATE meta SET value = iif(name = 'checkpoint', ?, ?) WHERE name IN ('checkpoint', 'last')`;

/** The views database: tables of every projection, one checkpoint, and which projections are parked. */
export class Views implements ReadableViews {
  readonly #db: Database.Database;
  readonly #projections: readonly Projection[];
  readonly sql: Sql;
  #checkpoint: number;
  #parked: Map<string, Parked>;

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
    return new Views(openViewsDatabase(file, options), options.projections);
  }

  /** The path of the database, or `:memory:`. */
  get file(): string {
    return this.#db.name;
  }

  /** The id of the log whose views these are; undefined while they are being made. */
  get log(): string | undefined {
    return this.sql.get<{ value: string }>(`SELECT value FROM meta WHERE name = 'log'`)?.value;
  }

  get checkpoint(): number {
    return this.#checkpoint;
  }

  /** The id of the event at the checkpoint; undefined at 0. */
  get last(): string | undefined {
    return this.sql.get<{ value: string | null }>(`SELECT value FROM meta WHERE name = 'last'`)?.value ?? undefined;
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
      this.#parkWhatCannot(page);
    }
    this.#checkpoint = last.position;
  }

  close(): void {
    this.#db.close();
  }

  /** Something in the page cannot be handled: finds out which projection, and where, event by event. */
  #parkWhatCannot(page: readonly RecordedEvent[]): void {
    const parked = new Map(this.#parked);
    try {
      this.#transact(page, (projection, event) => this.#applyOrPark(projection, event));
    } catch (error) {
      // Nothing of the page was kept, nor what was parked in it.
      this.#parked = parked;
      throw error;
    }
  }

  #transact(page: readonly RecordedEvent[], apply: (projection: Projection, event: RecordedEvent) => void): void {
    this.#db.transaction(() => {
      for (const event of page) {
        for (const projection of this.#projections) if (!this.#parked.has(projection.name)) apply(projection, event);
      }
      const last = page.at(-1);
      if (last) this.sql.run(CHECKPOINT, last.position, last.envelope.id);
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
