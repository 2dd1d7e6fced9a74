import type { Sql } from '../../projections/projection.js';
import { streamOf } from '../developments/events.js';
import type { EntityType } from '../fields/index.js';

/** What an entity is called. */
export interface NamedEntity {
  readonly slug: string;
  readonly type: EntityType;
  readonly name: string;
  /** By language. */
  readonly names?: Readonly<Record<string, string>>;
}

const NAMES = `
  SELECT v.stream, v.doc FROM json_each(?) s JOIN registry_versions v ON v.stream = s.value
  AND v.position = (SELECT max(position) FROM registry_versions WHERE stream = s.value AND position <= ?)
  ORDER BY v.stream`;

/** What entities were called at a position, by slug. */
export function entityNames(sql: Sql, slugs: Iterable<string>, position: number): readonly NamedEntity[] {
  const streams = JSON.stringify([...new Set(slugs)].map(streamOf.entity));
  return sql.all<{ stream: string; doc: string }>(NAMES, streams, position).map(({ stream, doc }) => {
    const { type, name, names } = JSON.parse(doc) as Omit<NamedEntity, 'slug'>;
    return { slug: stream.slice(streamOf.entity('').length), type, name, ...(names && { names }) };
  });
}
