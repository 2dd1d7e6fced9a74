/** Chance from a seed, so that what a run sends can be sent again; when the process dies stays a matter of timing. */
export class Random {
  constructor(private state: number) {}

  /** From 0 to 1, exclusive (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  chance(part: number): boolean {
    return this.next() < part;
  }

  /** @throws where there is nothing to take */
  oneOf<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}
