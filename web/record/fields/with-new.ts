import type { Language } from '../../place/place.js';
import { type Names, nameIn } from '../../words/names.js';
import type { NewNames } from '../doc/names.js';

/** The registry as it will be once what is new is registered. */
export function withNew(known: Names, { entities, matters }: NewNames, language: Language): Names {
  const all = new Map(known.entities);
  for (const [slug, entity] of Object.entries(entities))
    if (!all.has(slug)) all.set(slug, unregistered({ slug, ...entity }));
  const threads = new Map(known.matters);
  for (const [slug, matter] of Object.entries(matters))
    if (!threads.has(slug)) threads.set(slug, unregistered({ slug, ...matter }));
  return {
    isKnown: known.isKnown,
    entities: all,
    matters: threads,
    of: (slug) => {
      const entity = all.get(slug);
      return entity ? nameIn(entity, language) : slug;
    },
    matter: (slug) => threads.get(slug)?.title ?? slug,
  };
}

/** Nothing of the log is known of it yet. */
const unregistered = <Named extends object>(named: Named) => ({ ...named, revision: 0, position: '0', recordedAt: '' });
