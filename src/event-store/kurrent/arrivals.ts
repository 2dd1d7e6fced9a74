import type { Numbered } from './positions.js';

/** An event that was awaited, with its number and the salt it is stored with. */
export interface Arrived extends Numbered {
  readonly id: string;
  readonly salt: string;
}

/** Awaits one event; `forget` when nobody does any longer. */
export interface Arrival {
  readonly arrived: Promise<Arrived>;
  forget(): void;
}

interface Awaiting {
  readonly resolve: (event: Arrived) => void;
  readonly reject: (error: unknown) => void;
}

/** Who waits for which event to be numbered. */
export class Arrivals {
  /** By id; one event may be awaited by several, of requests that were sent side by side. */
  readonly #awaited = new Map<string, Set<Awaiting>>();

  /** The event with this id, if it arrives from now on. */
  of(id: string): Arrival {
    const awaiting = this.#awaited.get(id) ?? new Set();
    this.#awaited.set(id, awaiting);
    let own: Awaiting | undefined;
    const arrived = new Promise<Arrived>((resolve, reject) => {
      own = { resolve, reject };
      awaiting.add(own);
    });
    // Whoever forgets it doesn't want to hear of a failure either.
    arrived.catch(() => undefined);
    const forget = (): void => {
      if (own) awaiting.delete(own);
      if (awaiting.size === 0 && this.#awaited.get(id) === awaiting) this.#awaited.delete(id);
    };
    return { arrived, forget };
  }

  tell(events: readonly Arrived[]): void {
    if (this.#awaited.size === 0) return;
    for (const event of events) {
      for (const { resolve } of this.#awaited.get(event.id) ?? []) resolve(event);
      this.#awaited.delete(event.id);
    }
  }

  /** None will arrive any more. */
  fail(error: unknown): void {
    for (const awaiting of this.#awaited.values()) for (const { reject } of awaiting) reject(error);
    this.#awaited.clear();
  }
}
