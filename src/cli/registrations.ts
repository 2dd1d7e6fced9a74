import type { ReplayedEvent } from '../audit/replay.js';
import { count, plain } from './wording.js';

/** Events of the registry: what is said of one, and of many. */
const SORTS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  EntityRegistered: ['entity registered', 'entities registered'],
  EntityRevised: ['entity revised', 'entities revised'],
  MatterOpened: ['matter opened', 'matters opened'],
  MatterRevised: ['matter revised', 'matters revised'],
};

/** So many are named; of more it is only said how many there were. */
const NAMED = 5;

interface Tally {
  readonly names: string[];
  count: number;
}

/** Events of the registry that followed one another, to be told together. */
export class Registrations {
  readonly #tallies = new Map<string, Tally>();

  /** @returns false, and leaves it, where the event is not one of the registry */
  add({ type, stream, data }: ReplayedEvent): boolean {
    if (!(type in SORTS)) return false;
    const tally = this.#tallies.get(type) ?? { names: [], count: 0 };
    const { name, title = name } = data as { readonly name?: string; readonly title?: string };
    if (tally.count < NAMED) tally.names.push(plain(title ?? stream));
    tally.count += 1;
    this.#tallies.set(type, tally);
    return true;
  }

  /** One line for each sort of event added since the last time. */
  take(): readonly string[] {
    const lines = [...this.#tallies].map(([type, { names, count: n }]) => {
      const counted = count(n, ...(SORTS[type] ?? [type, type]));
      return n > NAMED ? counted : `${counted}: ${names.join('; ')}`;
    });
    this.#tallies.clear();
    return lines;
  }
}
