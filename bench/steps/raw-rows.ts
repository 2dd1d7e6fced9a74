import Database from 'better-sqlite3';

/** Columns that tell when a row came, the first that a table has: rows go in as they came, not sorted by key. */
const ORDERS = ['known_from', 'position', 'first_position', 'dev', 'fact'];
const A_TRANSACTION = 5_000;

type Row = readonly unknown[];

/**
 * Puts all rows of one database into the same tables of an empty one, and measures the inserting alone: prepared
 * statements, thousands of rows a transaction, the settings that views have.
 */
export function insertRaw(from: string, to: string): { readonly rows: number; readonly seconds: number } {
  const source = new Database(from, { readonly: true });
  const target = new Database(to);
  target.pragma('journal_mode = WAL');
  target.pragma('synchronous = NORMAL');
  target.pragma('cache_size = -65536');
  for (const sql of objectsOf(source)) target.exec(sql);
  let rows = 0;
  let milliseconds = 0;
  const timed = (work: () => void): void => {
    const started = performance.now();
    work();
    milliseconds += performance.now() - started;
  };
  for (const table of tablesOf(source)) {
    const { select, insert } = statementsFor(table, source, target);
    const insertAll = target.transaction((some: readonly Row[]) => {
      for (const row of some) insert.run(...row);
    });
    for (const some of batchesOf(select.iterate())) {
      timed(() => insertAll(some));
      rows += some.length;
    }
  }
  source.close();
  timed(() => target.close());
  return { rows, seconds: milliseconds / 1_000 };
}

/** Not the index of words: what it is made of is no row that could be put in by itself. */
const TABLES = `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name <> 'sqlite_schema'`;

const objectsOf = (db: Database.Database): readonly string[] =>
  db
    .prepare<[], string>(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name IN (${TABLES})`)
    .pluck()
    .all();

const tablesOf = (db: Database.Database): readonly string[] => db.prepare<[], string>(TABLES).pluck().all();

function statementsFor(table: string, source: Database.Database, target: Database.Database) {
  const columns = source.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  const order = ORDERS.find((column) => columns.includes(column));
  const places = columns.map(() => '?').join(', ');
  return {
    select: source.prepare<[], Row>(`SELECT * FROM ${table}${order === undefined ? '' : ` ORDER BY ${order}`}`).raw(),
    insert: target.prepare(`INSERT INTO ${table} VALUES (${places})`),
  };
}

function* batchesOf(rows: Iterable<Row>): Generator<readonly Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < A_TRANSACTION) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
