import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sql } from '../../projections/projection.js';

/** Positions and scopes read before other requests get their turn. */
const POSITIONS = 131_072;
const SCOPES = 64;

/** Places come as one text: a row for each would take four times as long, and common words are in many. */
const TEXTS = `
  SELECT json_group_array(v.dev) AS devs FROM texts JOIN text_versions v ON v.position = texts.rowid
  WHERE texts MATCH ? AND texts.rowid > ? AND texts.rowid <= ? AND (v.known_to IS NULL OR v.known_to > ?)`;
const NAMED = `
  SELECT v.slug FROM names JOIN name_versions v ON v.position = names.rowid
  WHERE names MATCH ? AND names.rowid <= ? AND (v.known_to IS NULL OR v.known_to > ?)`;
const IN_SCOPES = `
  SELECT json_group_array(t.dev) AS devs FROM json_each(?) s JOIN timeline t ON t.scope = s.value
  WHERE t.known_from <= ? AND (t.known_to IS NULL OR t.known_to > ?)`;

/**
 * The developments (by their places in log order) that hold every part of a search at a position: in their own texts,
 * or in the names that an entity they are about had then. What the views hold for a position never changes, so others
 * may write in between.
 * @param expressions one for each part, in the language of FTS5
 */
export async function developmentsMatching(
  sql: Sql,
  expressions: readonly string[],
  position: number,
): Promise<ReadonlySet<number>> {
  const named = expressions.map((expression) => ({ expression, slugs: slugsNamed(sql, expression, position) }));
  const inTextsAlone = named.filter(({ slugs }) => slugs.length === 0).map(({ expression }) => expression);
  const inBoth = named.filter(({ slugs }) => slugs.length > 0);
  let found: ReadonlySet<number> | undefined;
  if (inTextsAlone.length > 0) found = await withText(sql, inTextsAlone.join(' AND '), position, new Set());
  for (const { expression, slugs } of inBoth) {
    if (found?.size === 0) return found;
    const matching = await withText(sql, expression, position, await withEntities(sql, slugs, position));
    found = found ? new Set([...found].filter((dev) => matching.has(dev))) : matching;
  }
  return found ?? new Set();
}

const slugsNamed = (sql: Sql, expression: string, position: number): readonly string[] =>
  sql.all<{ slug: string }>(NAMED, expression, position, position).map(({ slug }) => slug);

/** Those that name one of these entities. */
async function withEntities(sql: Sql, slugs: readonly string[], position: number): Promise<Set<number>> {
  const found = new Set<number>();
  for (let start = 0; start < slugs.length; start += SCOPES) {
    if (start > 0) await nextTurn();
    const scopes = slugs.slice(start, start + SCOPES).map((slug) => `entity:${slug}`);
    for (const dev of devsIn(sql.get<Devs>(IN_SCOPES, JSON.stringify(scopes), position, position))) found.add(dev);
  }
  return found;
}

/** Adds those whose own texts match. */
async function withText(sql: Sql, expression: string, position: number, found: Set<number>): Promise<Set<number>> {
  for (let after = 0; after < position; after += POSITIONS) {
    if (after > 0) await nextTurn();
    const until = Math.min(after + POSITIONS, position);
    for (const dev of devsIn(sql.get<Devs>(TEXTS, expression, after, until, position))) found.add(dev);
  }
  return found;
}

interface Devs {
  readonly devs: string;
}

const devsIn = (row: Devs | undefined): readonly number[] => JSON.parse(row?.devs ?? '[]');
