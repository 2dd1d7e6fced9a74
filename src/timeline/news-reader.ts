import type { Sql } from '../../projections/projection.js';

/** The last version of a development that is known at a position. */
export interface Latest {
  readonly position: number;
  readonly dev: number;
}

const PAGE = 256;
const DOWN_THE_LOG = `
  WITH k(position) AS (SELECT ?)
  SELECT v.position, v.dev FROM k JOIN versions v
  WHERE v.position <= k.position AND v.position < ? AND NOT EXISTS (
    SELECT 1 FROM versions w WHERE w.dev = v.dev AND w.position > v.position AND w.position <= k.position)
  ORDER BY v.position DESC LIMIT ${PAGE}`;
const OF_THESE = `
  SELECT max(v.position) AS position, v.dev FROM json_each(?) m JOIN versions v ON v.dev = m.value AND v.position <= ?
  GROUP BY v.dev HAVING max(v.position) < ? ORDER BY 1 DESC`;

/** The last versions known at a position, before another, the latest first. */
export function* latestVersions(sql: Sql, position: number, before = position + 1): Generator<Latest> {
  for (let end = before; ; ) {
    const page = sql.all<Latest>(DOWN_THE_LOG, position, end);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    end = last.position;
  }
}

/** The same of a few developments, without reading the others. */
export const latestVersionsOf = (
  sql: Sql,
  devs: Iterable<number>,
  position: number,
  before = position + 1,
): readonly Latest[] => sql.all<Latest>(OF_THESE, JSON.stringify([...devs]), position, before);
