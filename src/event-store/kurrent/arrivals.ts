import type { Numbered } from './positions.js';

/** An event that was awaited, with its number and the salt it is stored with. */
export interface Arrived extends Numbered {
  readonly id: string;
  readonly salt: string;
}

/** Awaits one event. */
export class Arrival {
  #event: Arrived | undefined;
  #failure: { readonly error: unknown } | undefined;
  #settle: (() => void) | undefined;

  settle(event: Arrived | undefined, failure?: { readonly error: unknown }): void {
    this.#event = event;
    this.#failure = failure;
    this.#settle?.();
  }

  /** @returns undefined where it doesn't arrive in so many milliseconds. @throws what keeps it from arriving */
  within(milliseconds: number): Promise<Arrived | undefined> {
    return new Promise((resolve, reject) => {
      const settle = (): void => (this.#failure ? reject(this.#failure.error) : resolve(this.#event));
      // Mostly it has come by the time it is asked for.
      if (this.#event || this.#failure) return settle();
      const timer = setTimeout(settle, milliseconds);
      this.#settle = () => {
        clearTimeout(timer);
        settle();
      };
    });
  }
}

/** Who waits for which event to be numbered. */
export class Arrivals {
  /** By id; one event may be awaited by several, of requests that were sent side by side. */
  readonly #awaited = new Map<string, Arrival[]>();

  /** The event with this id, if it arrives from now on. */
  of(id: string): Arrival {
    const arrival = new Arrival();
    const awaiting = this.#awaited.get(id);
    if (awaiting) awaiting.push(arrival);
    else this.#awaited.set(id, [arrival]);
    return arrival;
  }

  /** Nobody waits for it there any longer. */
  forget(id: string, arrival: Arrival): void {
    const left = this.#awaited.get(id)?.filter((each) => each !== arrival);
    if (left === undefined) return;
    if (left.length === 0) this.#awaited.delete(id);
    else this.#awaited.set(id, left);
  }

  tell(events: readonly Arrived[]): void {
    if (this.#awaited.size === 0) return;
    for (const event of events) {
      for (const arrival of this.#awaited.get(event.id) ?? []) arrival.settle(event);
      this.#awaited.delete(event.id);
    }
  }

  /** None will arrive any more. */
  fail(error: unknown): void {
    for (const awaiting of this.#awaited.values()) for (const arrival of awaiting) arrival.settle(undefined, { error });
    this.#awaited.clear();
  }
}
