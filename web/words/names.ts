import type { Schemas } from '../asking/answers.js';
import type { Language } from '../place/place.js';

/** Who and what is spoken of, by slug. */
export interface Names {
  /** Whether the registry has come: until then everything is called by its slug. */
  readonly isKnown: boolean;
  readonly entities: ReadonlyMap<string, Schemas['Entity']>;
  readonly matters: ReadonlyMap<string, Schemas['Matter']>;
  /** What an entity is called in the language of the page. */
  of(slug: string): string;
  matter(slug: string): string;
}

/** What an entity is called in a language. */
export const nameIn = (
  { name, names }: { readonly name: string; readonly names?: Readonly<Record<string, string>> },
  language: Language,
): string => {
  if (language === 'en') return names?.en ?? name;
  return names?.['zh-CN'] ?? names?.['zh-Hans'] ?? names?.zh ?? name;
};
