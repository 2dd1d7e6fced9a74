import type { Sql } from '../../../projections/projection.js';
import { versionOf } from '../../timeline/development-view.js';
import type { RetractedDevelopment } from './why.query.js';

/** How many are told of at most. */
const MAX_TOLD = 20;

const RETRACTED = `
  WITH k(position) AS (SELECT ?)
  SELECT DISTINCT a.dev FROM k JOIN facts f ON f.key = ? JOIN assertions a ON a.fact = f.fact
  JOIN versions r ON r.dev = a.dev AND r.position = a.known_to AND r.retracted = 1
  WHERE a.known_to <= k.position AND (
    SELECT v.retracted FROM versions v WHERE v.dev = a.dev AND v.position <= k.position
    ORDER BY v.position DESC LIMIT 1) = 1
  ORDER BY a.dev DESC LIMIT ?`;

/** What spoke of a fact until it was retracted, and is retracted at a position: the last that were recorded, in log order. */
export function retractedOf(sql: Sql, key: string, position: number): readonly RetractedDevelopment[] {
  return sql
    .all<{ dev: number }>(RETRACTED, position, key, MAX_TOLD)
    .toReversed()
    .flatMap(({ dev }) => {
      const view = versionOf(sql, dev, position);
      if (!view) return [];
      const { id, kind, title, payloadErased, position: at, recordedAt } = view;
      return [{ id, kind, title, ...(payloadErased && { payloadErased }), position: at, recordedAt }];
    });
}
