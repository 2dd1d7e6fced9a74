import type { Sql } from '../../projections/projection.js';
import { nearest } from '../nearest.js';

/** How many slugs are compared at most: near matches are a hint, not worth waiting for. */
export const CANDIDATES = 5_000;

/** Slugs registered at a position that are like the one asked for, and of a fitting type. */
export function nearEntities(sql: Sql, slug: string, position: number, types?: readonly string[]): readonly string[] {
  const beginningWith = (beginning: string): readonly string[] =>
    sql
      .all<{ slug: string; type: string }>(
        'SELECT slug, type FROM entities WHERE known_from <= ? AND slug >= ? AND slug < ? ORDER BY slug LIMIT ?',
        position,
        beginning,
        `${beginning}~`,
        CANDIDATES,
      )
      .filter(({ type }) => !types || types.includes(type))
      .map((row) => row.slug);
  const likely = nearest(slug, beginningWith(slug.slice(0, 1)));
  return likely.length > 0 ? likely : nearest(slug, beginningWith(''));
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

/** Ids of developments recorded by a position that begin like the one asked for and are like it. */
export function nearDevelopments(sql: Sql, id: string, position: number): readonly string[] {
  const beginning = id.slice(0, 8);
  const rows = sql.all<{ id: string }>(
    'SELECT id FROM developments WHERE dev <= ? AND id >= ? AND id < ? ORDER BY id LIMIT ?',
    position,
    beginning,
    `${beginning}~`,
    CANDIDATES,
  );
  return nearest(
    id,
    rows.map((row) => row.id),
  );
}
