import { NotInTime } from './kurrent-errors.js';

/** More than about a hundred at once on a fresh connection can hang for good. */
const LIMIT = 64;

/** Bounds how many appends are under way: one on a connection that has not proved itself, then up to the limit. */
export class InFlight {
  readonly #waiting = new Set<() => void>();
  #under = 0;
  #warm = false;

  constructor(private readonly limit = LIMIT) {}

  /** @param patience milliseconds to wait for a place. @throws {NotInTime} */
  async run<T>(patience: number, work: () => Promise<T>): Promise<T> {
    if (this.#room > 0) this.#under += 1;
    else await this.#place(patience);
    try {
      return await work();
    } finally {
      this.#under -= 1;
      this.#admit();
    }
  }

  /** An append was answered. */
  warm(): void {
    this.#warm = true;
    this.#admit();
  }

  /** The connection may have been lost, and the next be a fresh one. */
  cool(): void {
    this.#warm = false;
  }

  get #room(): number {
    return (this.#warm ? this.limit : 1) - this.#under;
  }

  /** Resolves with the place taken. */
  #place(patience: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(admit);
        reject(new NotInTime(patience));
      }, patience);
      const admit = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(admit);
        this.#under += 1;
        resolve();
      };
      this.#waiting.add(admit);
    });
  }

  #admit(): void {
    if (this.#waiting.size === 0) return;
    for (const admit of this.#waiting) {
      if (this.#room <= 0) return;
      admit();
    }
  }
}
