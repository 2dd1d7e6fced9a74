import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { PROJECTIONS } from '../../projections/index.js';
import { viewsFile } from '../../src/projecting/views.js';
import type { Cluster } from './cluster.js';

/**
 * One row an assertion and entity it is about. `valid` starts on the first day on which the assertion may hold: whether
 * it does on a later one, the others about its fact decide.
 */
const TABLE = `
  CREATE EXTENSION btree_gist;
  CREATE TABLE assertions (
    entity text NOT NULL, fact text NOT NULL, development int8 NOT NULL, valid daterange NOT NULL, known int8range NOT NULL,
    latest date NOT NULL, value text NOT NULL);`;
const INDEX = 'CREATE INDEX ON assertions USING gist (entity, valid, known)';

/** As the text format of COPY wants it; days are counted from 1970-01-01. */
const ROWS = `
  SELECT substr(s.scope, 8) || char(9) || f.key || char(9) || a.dev || char(9) ||
    '[' || date(a.earliest * 86400, 'unixepoch') || ',)' || char(9) ||
    '[' || a.known_from || ',' || coalesce(a.known_to, '') || ')' || char(9) ||
    date(a.latest * 86400, 'unixepoch') || char(9) || replace(a.value, '\\', '\\\\') || char(10)
  FROM assertions a JOIN facts f ON f.fact = a.fact JOIN fact_scopes s ON s.fact = a.fact AND s.key = f.key
  WHERE s.scope >= 'entity:' AND s.scope < 'entity;'`;

/** Puts the assertions that the views of a data directory hold into an indexed table. @returns how many rows */
export async function fillTable(cluster: Cluster, directory: string): Promise<number> {
  const views = new Database(viewsFile({ directory, projections: PROJECTIONS }), { readonly: true });
  try {
    await cluster.sql(TABLE);
    const copied = await cluster.sql('COPY assertions FROM STDIN', views.prepare<[], string>(ROWS).pluck().iterate());
    await cluster.sql(INDEX);
    await cluster.sql('VACUUM (ANALYZE) assertions');
    return Number(/\d+/.exec(copied)?.[0]);
  } catch (error) {
    throw new Error(`${basename(views.name)} could not be copied`, { cause: error });
  } finally {
    views.close();
  }
}

/** The law of the state without relative dates, which the data doesn't have: the values that are possible. */
export const question = (entity: string, day: string, position: string): string => `
  WITH begun AS (
    SELECT fact, development, lower(valid) AS earliest, latest, value FROM assertions
    WHERE entity = ${entity} AND valid @> ${day} AND known @> ${position}),
  floor AS (
    SELECT DISTINCT ON (fact) fact, earliest, development FROM begun WHERE latest <= ${day}
    ORDER BY fact, earliest DESC, development DESC)
  SELECT b.fact, array_agg(DISTINCT b.value) AS possible, f.fact IS NULL AS may_be_unrecorded
  FROM begun b LEFT JOIN floor f USING (fact)
  WHERE f.fact IS NULL OR (least(b.latest, ${day}), b.development) >= (f.earliest, f.development)
  GROUP BY b.fact, f.fact`;
