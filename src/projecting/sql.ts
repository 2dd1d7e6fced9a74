import type Database from 'better-sqlite3';
import type { Sql, SqlValue } from '../../projections/projection.js';

/** Statements over one database, each prepared once. */
export function sqlOver(db: Database.Database): Sql {
  const statements = new Map<string, Database.Statement>();
  const prepared = (text: string): Database.Statement => {
    const known = statements.get(text);
    if (known) return known;
    const made = db.prepare(text);
    statements.set(text, made);
    return made;
  };
  return {
    run: (text, ...values: readonly SqlValue[]) => void prepared(text).run(...values),
    get: <R extends object>(text: string, ...values: readonly SqlValue[]) =>
      prepared(text).get(...values) as R | undefined,
    all: <R extends object>(text: string, ...values: readonly SqlValue[]) => prepared(text).all(...values) as R[],
  };
}
