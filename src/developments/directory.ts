import type { EventStore } from '../event-store/event-store.js';
import type { EntityType } from '../fields/entity-types.js';
import { type DevelopmentState, evolve, streamOf } from './events.js';
import { upcast } from './upcast.js';

/** How many entities and matters are remembered; past that the oldest are looked up again. */
const REMEMBERED = 100_000;

/** Looks references up in the log. Entities are never deleted and never change type, so positives are remembered. */
export class Directory {
  readonly #types = new Map<string, EntityType>();
  readonly #matters = new Set<string>();

  constructor(private readonly store: EventStore) {}

  async typeOf(slug: string): Promise<EntityType | undefined> {
    const known = this.#types.get(slug);
    if (known) return known;
    const [first] = await this.store.readStream(streamOf.entity(slug));
    if (!first) return undefined;
    const type = upcast(first).data.type as EntityType;
    forgetOldest(this.#types);
    this.#types.set(slug, type);
    return type;
  }

  async hasMatter(slug: string): Promise<boolean> {
    if (this.#matters.has(slug)) return true;
    const known = (await this.store.readStream(streamOf.matter(slug))).length > 0;
    if (known) {
      forgetOldest(this.#matters);
      this.#matters.add(slug);
    }
    return known;
  }

  /** The development as the log has it, now or as far as a position. */
  async development(id: string, until = Number.POSITIVE_INFINITY): Promise<DevelopmentState | undefined> {
    const history = await this.store.readStream(streamOf.development(id));
    return foldDevelopment(history.filter(({ position }) => position <= until));
  }
}

function forgetOldest(remembered: Map<string, unknown> | Set<string>): void {
  if (remembered.size < REMEMBERED) return;
  const [oldest] = remembered.keys();
  remembered.delete(oldest as string);
}

/** The state a development's stream leads to; undefined for an empty stream. */
export const foldDevelopment = (history: Awaited<ReturnType<EventStore['readStream']>>): DevelopmentState | undefined =>
  history.reduce<DevelopmentState | undefined>((state, event) => {
    const { envelope, data } = upcast(event);
    return evolve(state, { type: envelope.type, revision: envelope.revision, data });
  }, undefined);
