import type { DevelopmentView } from '../../timeline/development-view.js';

/** Where names come from; undefined for what was not known at the position. */
export interface NameSources {
  readonly entityAt: (slug: string, position: number) => Promise<string | undefined>;
  readonly matterAt: (slug: string, position: number) => Promise<string | undefined>;
  readonly developmentAt: (id: string, position: number) => Promise<DevelopmentView | undefined>;
}

/** What a story calls things: names that were asked for stay, until the thing is given another one. */
export class Names {
  readonly #entities = new Map<string, string>();
  readonly #matters = new Map<string, string>();

  constructor(private readonly sources: NameSources) {}

  /** Asks for the names that are not known yet. */
  async learn(entities: Iterable<string>, matters: Iterable<string>, position: number): Promise<void> {
    await Promise.all([
      ...missing(entities, this.#entities).map(async (slug) => {
        this.#entities.set(slug, (await this.sources.entityAt(slug, position)) ?? slug);
      }),
      ...missing(matters, this.#matters).map(async (slug) => {
        this.#matters.set(slug, (await this.sources.matterAt(slug, position)) ?? slug);
      }),
    ]);
  }

  /** @param stream of an event of the registry: what it is about may have another name now */
  forget(stream: string): void {
    const [, sort, slug = ''] = /^(entity|matter)-(.*)$/.exec(stream) ?? [];
    if (sort === 'entity') this.#entities.delete(slug);
    if (sort === 'matter') this.#matters.delete(slug);
  }

  entity(slug: string): string {
    return this.#entities.get(slug) ?? slug;
  }

  matter(slug: string): string {
    return this.#matters.get(slug) ?? slug;
  }
}

const missing = (slugs: Iterable<string>, known: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set(slugs)].filter((slug) => !known.has(slug));

/** `A`, `A and B`, `A, B and C` */
export function listText(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
