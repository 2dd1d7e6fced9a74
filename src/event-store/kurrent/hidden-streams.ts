import { LogDamaged } from '../errors.js';
import type { LimitChange } from './positions.js';

/** Streams of which something hides events: `$tb`, `$maxCount` or `$maxAge` in their metadata. */
export class HiddenStreams {
  readonly #limits: Map<string, string>;

  constructor(limits: ReadonlyMap<string, string>) {
    this.#limits = new Map(limits);
  }

  take(changes: readonly LimitChange[]): void {
    for (const { stream, limit } of changes) {
      if (limit === undefined) this.#limits.delete(stream);
      else this.#limits.set(stream, limit);
    }
  }

  /** @throws {LogDamaged} */
  assertNone(): void {
    const [limited] = this.#limits;
    if (limited === undefined) return;
    const [stream, limit] = limited;
    throw new LogDamaged(
      `events of stream ${stream} are hidden (its metadata has ${limit}), as by a deletion: ` +
        `take ${limit} out of the stream's metadata again, before the next scavenge`,
    );
  }
}
