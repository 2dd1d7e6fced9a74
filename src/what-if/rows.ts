import type { Sql, SqlValue } from '../../projections/projection.js';

/** Of a row `r` that is known for some positions: what was said of its end at the position. */
const KNOWN_TO = 'iif(r.known_to > k.position, NULL, r.known_to) AS known_to';
const KNOWN = 'r.known_from <= k.position';

/** Rows of tables of the views as they were at the position `k`, by the names `l` of what they are of. */
const SELECTS = {
  developments: 'SELECT r.* FROM json_each(?) l JOIN developments r ON r.dev = l.value',
  // Only the latest version is ever read whole; of those before it matters that there were such.
  versions: `
    SELECT r.position, r.dev, r.revision, r.recorded_at, r.retracted, r.event,
      iif(r.position = max(r.position) OVER (PARTITION BY r.dev), r.doc, '') AS doc
    FROM json_each(?) l JOIN k JOIN versions r ON r.dev = l.value AND r.position <= k.position`,
  nodes: `
    SELECT r.dev, r.node, r.known_from, ${KNOWN_TO}, r.earliest, r.latest, r.first, r.last
    FROM json_each(?) l JOIN k JOIN nodes r ON r.dev = l.value AND ${KNOWN}`,
  bonds: `
    SELECT r.dev, r.node, r.prior_dev, r.prior_node, r.known_from, ${KNOWN_TO}, r.at_least, r.at_most
    FROM json_each(?) l JOIN k JOIN bonds r ON r.dev = l.value AND ${KNOWN}`,
  mentions: `
    SELECT r.target, r.role, r.dev, r.known_from, ${KNOWN_TO}
    FROM json_each(?) l JOIN k JOIN mentions r ON r.target = l.value AND ${KNOWN}`,
  facts: 'SELECT r.* FROM json_each(?) l JOIN facts r ON r.key = l.value',
  assertions: `
    SELECT r.fact, r.dev, r.effect, r.known_from, ${KNOWN_TO}, r.node, r.earliest, r.latest, r.value, r.matter
    FROM json_each(?) l JOIN k JOIN facts f ON f.key = l.value JOIN assertions r ON r.fact = f.fact AND ${KNOWN}`,
  coverage: `
    SELECT r.scope, r.through, r.dev, r.known_from, ${KNOWN_TO}
    FROM json_each(?) l JOIN k JOIN coverage r ON r.scope = l.value AND ${KNOWN}`,
  entities: `SELECT r.* FROM json_each(?) l JOIN k JOIN entities r ON r.slug = l.value AND ${KNOWN}`,
  matters: `SELECT r.* FROM json_each(?) l JOIN k JOIN matters r ON r.slug = l.value AND ${KNOWN}`,
  predicates: `SELECT r.* FROM json_each(?) l JOIN k JOIN predicates r ON r.predicate = l.value AND ${KNOWN}`,
  registry_versions: `
    SELECT r.* FROM json_each(?) l JOIN k JOIN registry_versions r ON r.stream = l.value
      AND r.position = (SELECT max(position) FROM registry_versions WHERE stream = l.value AND position <= k.position)`,
} as const;

const AT = 'WITH k(position) AS (SELECT ?)';

const LINKED = `
  WITH RECURSIVE k(position) AS (SELECT ?), linked(dev) AS (
    SELECT value FROM json_each(?)
    UNION SELECT b.prior_dev FROM linked l JOIN k JOIN bonds b ON b.dev = l.dev AND b.known_from <= k.position
    UNION SELECT b.dev FROM linked l JOIN k JOIN bonds b ON b.prior_dev = l.dev AND b.known_from <= k.position)
  SELECT dev FROM linked`;
const BY_ID = 'SELECT d.dev FROM json_each(?) l JOIN developments d ON d.id = l.value AND d.dev <= ?';

type Row = Readonly<Record<string, SqlValue>>;

/** Rows of the views as they were at a position, to be copied into other tables, where they may be already. */
export class Rows {
  constructor(
    private readonly from: Sql,
    private readonly to: Sql,
    private readonly position: number,
  ) {}

  /** What was known of these at the position. @returns the rows as they were copied */
  copy<R extends object = Row>(table: keyof typeof SELECTS, names: readonly (string | number)[]): readonly R[] {
    if (names.length === 0) return [];
    return this.copySelected<R>(table, `${AT} ${SELECTS[table]}`, this.position, JSON.stringify(names));
  }

  /** @param select gives whole rows of the table */
  copySelected<R extends object = Row>(table: string, select: string, ...values: readonly SqlValue[]): readonly R[] {
    const rows = this.from.all<Row>(select, ...values);
    const columns = Object.keys(rows[0] ?? {});
    const insert = `INSERT OR IGNORE INTO ${table} (${columns}) VALUES (${columns.map(() => '?')})`;
    for (const row of rows) this.to.run(insert, ...Object.values(row));
    return rows as readonly object[] as readonly R[];
  }

  /** Places in log order of those of some developments that were known. */
  placesOf(ids: readonly string[]): readonly number[] {
    return this.from.all<{ dev: number }>(BY_ID, JSON.stringify(ids), this.position).map(({ dev }) => dev);
  }

  /** Some developments, by their places, and all that was ever connected with them. */
  linkedWith(devs: readonly number[]): readonly number[] {
    return this.from.all<{ dev: number }>(LINKED, this.position, JSON.stringify(devs)).map(({ dev }) => dev);
  }
}
