import { CANDIDATES } from '../answers/near-entities.js';
import type { Excerpt } from './excerpt.js';

/** Names that are only looked at where one is not known: those that the real views would look at. */

const ENTITIES = 'SELECT * FROM entities WHERE known_from <= ? AND slug >= ? AND slug < ? ORDER BY slug LIMIT ?';
const MATTERS = 'SELECT * FROM matters WHERE known_from <= ? LIMIT ?';
const DEVELOPMENTS = 'SELECT * FROM developments WHERE dev <= ? AND id >= ? AND id < ? ORDER BY id LIMIT ?';
const PREDICATES = 'SELECT * FROM predicates WHERE known_from <= ? LIMIT ?';

export function addEntitiesLike({ rows, position }: Excerpt, slug: string): void {
  for (const beginning of [slug.slice(0, 1), '']) {
    rows.copySelected('entities', ENTITIES, position, beginning, `${beginning}~`, CANDIDATES);
  }
}

export const addMattersLike = ({ rows, position }: Excerpt): void =>
  void rows.copySelected('matters', MATTERS, position, CANDIDATES);

export function addDevelopmentsLike({ rows, position }: Excerpt, id: string): void {
  const beginning = id.slice(0, 8);
  rows.copySelected('developments', DEVELOPMENTS, position, beginning, `${beginning}~`, CANDIDATES);
}

/** What facts are like that are not known. */
export function addFactsLike(excerpt: Excerpt, key: string): void {
  const { rows, position } = excerpt;
  rows.copySelected('predicates', PREDICATES, position, CANDIDATES);
  for (const slug of key.split(':').slice(1)) addEntitiesLike(excerpt, slug);
}
