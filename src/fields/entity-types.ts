/** What sorts of entity there are; an entity never changes its type. */
export const ENTITY_TYPES = [
  'authority',
  'company',
  'service',
  'place',
  'instrument',
  'programme',
  'directive',
  'facility',
  'case',
  'category',
  'topic',
] as const;

export type EntityType = (typeof ENTITY_TYPES)[number];

/** Stands where an owner would, for having none; no entity may be registered under it. */
export const NO_ENTITY = 'none';

/** "an authority, company or service", for sentences about which types fit. */
export function anEntityOf(types: readonly EntityType[]): string {
  if (types.length === ENTITY_TYPES.length) return 'an entity';
  const article = /^[aeiou]/.test(types[0] ?? '') ? 'an' : 'a';
  const [last, ...others] = [...types].reverse();
  return `${article} ${others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`}`;
}
