import type { Sql } from '../../projections/projection.js';
import { nearEntities } from '../answers/near-entities.js';
import { builtInPredicate, PREDICATES } from '../developments/kinds/index.js';
import { nearest } from '../nearest.js';
import { Refusal } from '../refusal.js';
import type { FactRow } from './fact-reader.js';

/**
 * Splits a fact's key and checks that its predicate and entities were known at `position`.
 * @throws {Refusal} unknown-fact, with near matches
 */
export function readFactKey(sql: Sql, key: string, position: number): Omit<FactRow, 'fact'> {
  const [predicate = '', subject = '', object, ...rest] = key.split(':');
  const builtIn = builtInPredicate(predicate);
  if (!builtIn && !usedBy(sql, predicate, position)) {
    const used = sql.all<{ predicate: string }>('SELECT predicate FROM predicates WHERE known_from <= ?', position);
    const known = new Set([...PREDICATES.map(({ name }) => name), ...used.map((row) => row.predicate)]);
    throw unknown(key, `no predicate "${predicate}"`, nearest(predicate, [...known]));
  }
  const misshapen = builtIn && (object !== undefined) !== (builtIn.object !== undefined);
  if (rest.length > 0 || subject === '' || object === '' || misshapen) {
    const shape = builtIn && !builtIn.object ? `${predicate}:<subject>` : `${predicate}:<subject>:<object>`;
    throw unknown(key, `facts of "${predicate}" are written ${shape}`, []);
  }
  if (!entityKnown(sql, subject, position))
    throw unknown(key, `no entity "${subject}"`, nearEntities(sql, subject, position));
  if (object !== undefined) {
    if (builtIn?.object === 'development') {
      if (!developmentKnown(sql, object, position)) throw unknown(key, `no development "${object}"`, []);
    } else if (!entityKnown(sql, object, position)) {
      throw unknown(key, `no entity "${object}"`, nearEntities(sql, object, position));
    }
  }
  return { key, predicate, subject, object: object ?? null };
}

function unknown(key: string, why: string, near: readonly string[]): Refusal {
  const hint = near.length > 0 ? ` Near: ${near.join(', ')}.` : '';
  return new Refusal('unknown-fact', `There was no fact "${key}" then: ${why}.${hint}`, { near });
}

const usedBy = (sql: Sql, predicate: string, position: number): boolean =>
  sql.get('SELECT 1 FROM predicates WHERE predicate = ? AND known_from <= ?', predicate, position) !== undefined;

const entityKnown = (sql: Sql, slug: string, position: number): boolean =>
  sql.get('SELECT 1 FROM entities WHERE slug = ? AND known_from <= ?', slug, position) !== undefined;

const developmentKnown = (sql: Sql, id: string, position: number): boolean =>
  sql.get('SELECT 1 FROM developments WHERE id = ? AND dev <= ?', id, position) !== undefined;
