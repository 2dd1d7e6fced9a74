import type { Sql } from '../../projections/projection.js';
import { type Day, formatDay } from '../time/day.js';

/** Through which day all about a matter or an entity was searched for, and the development that says so. */
export interface Coverage {
  readonly matter?: string;
  readonly entity?: string;
  readonly through: string;
  readonly development: string;
}

/** What an answer says of the coverage of what it is about; nothing where none is stated. */
export interface Covered {
  readonly coverage?: readonly Coverage[];
}

interface Row {
  readonly through: Day;
  readonly id: string;
}

/** All that was searched, whoever said it last: who searched through a later day has searched the days before. */
const FARTHEST = `
  SELECT c.through, d.id FROM coverage c JOIN developments d ON d.dev = c.dev
  WHERE c.scope = ? AND c.known_from <= ? AND (c.known_to IS NULL OR c.known_to > ?)
  ORDER BY c.through DESC, c.dev DESC LIMIT 1`;

/** For each of these subjects the farthest day stated at a position. */
export function coverageOf(
  sql: Sql,
  {
    entities,
    matters,
  }: { readonly entities: Iterable<string | undefined | null>; readonly matters: Iterable<string | undefined | null> },
  position: number,
): Covered {
  const coverage = [...namesIn('entity', entities), ...namesIn('matter', matters)].flatMap(
    ([sort, slug]): Coverage[] => {
      const row = sql.get<Row>(FARTHEST, `${sort}:${slug}`, position, position);
      return row ? [{ [sort]: slug, through: formatDay(row.through), development: row.id }] : [];
    },
  );
  return coverage.length === 0 ? {} : { coverage };
}

const namesIn = <Sort extends 'entity' | 'matter'>(
  sort: Sort,
  slugs: Iterable<string | undefined | null>,
): readonly (readonly [Sort, string])[] =>
  [...new Set(slugs)].flatMap((slug) => (slug === undefined || slug === null ? [] : [[sort, slug] as const]));
