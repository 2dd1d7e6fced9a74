import type { Sql } from '../../projections/projection.js';
import { nearest } from '../nearest.js';

/** How many slugs are compared at most: near matches are a hint, not worth waiting for. */
const CANDIDATES = 5_000;

/** Slugs registered at a position that are like the one asked for, and of a fitting type. */
export function nearEntities(sql: Sql, slug: string, position: number, types?: readonly string[]): readonly string[] {
  const initial = slug.slice(0, 1);
  const rows = sql.all<{ slug: string; type: string }>(
    'SELECT slug, type FROM entities WHERE known_from <= ? AND slug >= ? AND slug < ? ORDER BY slug LIMIT ?',
    position,
    initial,
    `${initial}~`,
    CANDIDATES,
  );
  const fitting = rows.filter(({ type }) => !types || types.includes(type));
  return nearest(
    slug,
    fitting.map((row) => row.slug),
  );
}

/** Slugs of matters opened by a position that are like the one asked for. */
export function nearMatters(sql: Sql, slug: string, position: number): readonly string[] {
  const rows = sql.all<{ slug: string }>(
    'SELECT slug FROM matters WHERE known_from <= ? LIMIT ?',
    position,
    CANDIDATES,
  );
  return nearest(
    slug,
    rows.map((row) => row.slug),
  );
}
