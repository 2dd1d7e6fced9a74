import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { pages } from '../../src/client/index.js';
import type { Language } from '../place/place.js';
import { type Names, nameIn } from '../words/names.js';
import type { Schemas } from './answers.js';
import { useAnswer } from './use-answer.js';

type Entity = Schemas['Entity'];

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
export const MOST_NAMED = 5_000;

/** The registry as it was known. @param knownAt undefined: now @param head so that it is read anew when it grew */
export function useRegistry(knownAt: string | undefined, head: number | undefined, language: Language): Names {
  const { body } = useAnswer(
    knownAt === undefined && head === undefined
      ? undefined
      : ['registry', knownAt, knownAt === undefined ? head : undefined],
    async (service, signal) => {
      const asked = { limit: 1000, ...(knownAt && { knownAt }) };
      const all = async (): Promise<readonly Entity[]> => {
        const entities: Entity[] = [];
        for await (const page of pages(service.listEntities, asked, { signal })) {
          entities.push(...page.body.entities);
          if (entities.length >= MOST_NAMED) break;
        }
        return entities;
      };
      const [entities, matters] = await Promise.all([all(), service.listMatters(asked, { signal })]);
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
