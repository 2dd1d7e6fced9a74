import type { Sql } from '../../../projections/projection.js';

/**
 * Where what is known about a fact may have changed: its own assertions, and the days and bonds of all that was ever
 * connected with them.
 */
const POSITIONS = `
  WITH RECURSIVE
    k(fact, first, last) AS (SELECT fact, ?, ? FROM facts WHERE key = ?),
    linked(dev) AS (
      SELECT a.dev FROM k JOIN assertions a ON a.fact = k.fact AND a.known_from <= k.last
      UNION SELECT b.prior_dev FROM linked l JOIN k JOIN bonds b ON b.dev = l.dev AND b.known_from <= k.last
      UNION SELECT b.dev FROM linked l JOIN k JOIN bonds b ON b.prior_dev = l.dev AND b.known_from <= k.last),
    spans(known_from, known_to) AS (
      SELECT a.known_from, a.known_to FROM k JOIN assertions a ON a.fact = k.fact
      UNION SELECT n.known_from, n.known_to FROM linked l JOIN nodes n ON n.dev = l.dev
      UNION SELECT b.known_from, b.known_to FROM linked l JOIN bonds b ON b.dev = l.dev),
    changes(position) AS (SELECT known_from FROM spans UNION SELECT known_to FROM spans)
  SELECT position FROM changes JOIN k ON position > k.first AND position <= k.last ORDER BY position`;

/** Positions after `first`, up to `last`, at which what is known about a fact may have changed; all at which it did. */
export const changesOfKnowledge = (sql: Sql, key: string, first: number, last: number): readonly number[] =>
  sql.all<{ position: number }>(POSITIONS, first, last, key).map(({ position }) => position);
