import Database from 'better-sqlite3';
import type { Sql, SqlValue } from '../../projections/projection.js';
import { Refusal } from '../refusal.js';
import { sqlOver } from './sql.js';
import { isDamage } from './views-database.js';

/** Questions to a views file that is written elsewhere, and may be built anew there. */
export class ViewsReader {
  #database: Database.Database;
  #statements: Sql;
  /** Stays the same when the file is built anew: at a position that both hold, both say the same. */
  readonly sql: Sql = {
    run: (text, ...values) => this.#asked(() => this.#statements.run(text, ...values)),
    get: <R extends object>(text: string, ...values: readonly SqlValue[]) =>
      this.#asked(() => this.#statements.get<R>(text, ...values)),
    all: <R extends object>(text: string, ...values: readonly SqlValue[]) =>
      this.#asked(() => this.#statements.all<R>(text, ...values)),
  };

  constructor(
    private readonly file: string,
    private readonly onDamage: () => void,
  ) {
    this.#database = new Database(file, { readonly: true });
    this.#statements = sqlOver(this.#database);
  }

  /** Goes over to the file that is there now; until then the one that was opened is read, even if deleted. */
  reopen(): void {
    const before = this.#database;
    this.#database = new Database(this.file, { readonly: true });
    this.#statements = sqlOver(this.#database);
    before.close();
  }

  close(): void {
    this.#database.close();
  }

  #asked<Answer>(ask: () => Answer): Answer {
    try {
      return ask();
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.onDamage();
      throw new Refusal('views-behind', 'The views were found damaged, and are built anew from the log.', {
        retryAfter: 1,
      });
    }
  }
}
