/** How many requests may come in how many seconds. */
export interface Rate {
  readonly requests: number;
  readonly seconds: number;
}

/** What is said of a request that was counted. */
export interface Counted {
  readonly allowed: boolean;
  /** How many may follow at once. */
  readonly left: number;
  /** Seconds until as many may come as ever. */
  readonly reset: number;
  /** Seconds until the next may come. */
  readonly retryAfter: number;
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3_600 };
const RATE = /^([1-9]\d{0,6})(?:\/(s|min|h))?$/;

/** `100` and `100/min`, `10/s`, `1000/h`. @throws {Error} whose message says how to write it */
export function parseRate(text: string): Rate {
  const [, requests, unit = 'min'] = RATE.exec(text) ?? [];
  if (requests === undefined)
    throw new Error('Write requests a minute, such as 600, or with a unit: 10/s, 600/min, 5000/h.');
  return { requests: Number(requests), seconds: SECONDS[unit] ?? 60 };
}

/** Those who asked lately that are remembered at most: of each 100 bytes or so. */
const REMEMBERED = 20_000;

/**
 * Counts requests by who sends them. As many as the rate says may come at once, and then as many as it says in the
 * time that it says, evenly (the generic cell rate algorithm): of each sender a single number is kept.
 */
export class RateLimiter {
  /** When each would have sent all that it did, had it come evenly; in the order in which they asked last. */
  readonly #due = new Map<string, number>();
  readonly #each: number;
  readonly #whole: number;

  /** @param clock milliseconds */
  constructor(
    readonly rate: Rate,
    private readonly clock: () => number,
    private readonly remembered = REMEMBERED,
  ) {
    this.#whole = rate.seconds * 1_000;
    this.#each = this.#whole / rate.requests;
  }

  /** How many are remembered. */
  get size(): number {
    return this.#due.size;
  }

  count(sender: string): Counted {
    const now = this.clock();
    const due = Math.max(this.#due.get(sender) ?? now, now);
    const next = due + this.#each;
    const allowed = next - now <= this.#whole + 1e-6;
    const then = allowed ? next : due;
    this.#due.delete(sender);
    this.#due.set(sender, then);
    if (this.#due.size > this.remembered) this.#forget(now);
    return {
      allowed,
      left: Math.max(0, Math.floor((this.#whole - (then - now) + 1e-6) / this.#each)),
      reset: Math.ceil((then - now) / 1_000),
      retryAfter: allowed ? 0 : Math.max(1, Math.ceil((next - now - this.#whole) / 1_000)),
    };
  }

  /** Whoever is not due any more is as one who never asked; of the others those are forgotten who asked longest ago. */
  #forget(now: number): void {
    for (const [sender, due] of this.#due) if (due <= now) this.#due.delete(sender);
    for (const sender of this.#due.keys()) {
      if (this.#due.size <= this.remembered / 2) return;
      this.#due.delete(sender);
    }
  }
}
