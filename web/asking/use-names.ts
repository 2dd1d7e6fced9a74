import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { pages } from '../../src/client/index.js';
import type { Language } from '../place/place.js';
import type { Schemas } from './answers.js';
import { useAnswer } from './use-answer.js';

type Entity = Schemas['Entity'];
type Matter = Schemas['Matter'];

/** Who and what is spoken of, by slug. */
export interface Names {
  /** Whether the registry has come: until then everything is called by its slug. */
  readonly isKnown: boolean;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly matters: ReadonlyMap<string, Matter>;
  /** What an entity is called in the language of the page. */
  of(slug: string): string;
  matter(slug: string): string;
}

const NOBODY: Names = {
  isKnown: false,
  entities: new Map(),
  matters: new Map(),
  of: (slug) => slug,
  matter: (slug) => slug,
};

export const NamesContext = createContext<Names>(NOBODY);

export const useNames = (): Names => useContext(NamesContext);

/** Registries larger than this are named by their slugs beyond it. */
const MOST = 5_000;

/** What an entity is called in a language. */
export const nameIn = (
  { name, names }: { readonly name: string; readonly names?: Readonly<Record<string, string>> },
  language: Language,
): string => {
  if (language === 'en') return names?.en ?? name;
  return names?.['zh-CN'] ?? names?.['zh-Hans'] ?? names?.zh ?? name;
};

/** The registry as it was known. @param knownAt undefined: now @param head so that it is read anew when it grew */
export function useRegistry(knownAt: string | undefined, head: number | undefined, language: Language): Names {
  const { body } = useAnswer(
    ['registry', knownAt, knownAt === undefined ? head : undefined],
    async (service, signal) => {
      const entities: Entity[] = [];
      const matters = await service.listMatters({ limit: 1000, ...(knownAt && { knownAt }) }, { signal });
      for await (const page of pages(service.listEntities, { limit: 1000, ...(knownAt && { knownAt }) }, { signal })) {
        entities.push(...page.body.entities);
        if (entities.length >= MOST) break;
      }
      return { entities, matters: matters.body.matters };
    },
  );
  return useMemo(() => {
    if (!body) return NOBODY;
    const entities = new Map(body.entities.map((entity) => [entity.slug, entity]));
    const matters = new Map(body.matters.map((matter) => [matter.slug, matter]));
    return {
      isKnown: true,
      entities,
      matters,
      of: (slug) => {
        const entity = entities.get(slug);
        return entity ? nameIn(entity, language) : slug;
      },
      matter: (slug) => matters.get(slug)?.title ?? slug,
    };
  }, [body, language]);
}
