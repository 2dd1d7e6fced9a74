/** Those who wait for the views to reach a position. */
export class Waiting {
  readonly #waiters = new Set<{ readonly position: number; readonly settle: (reached: boolean) => void }>();

  /** @param timeout milliseconds */
  until(position: number, timeout: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = Number.isFinite(timeout) ? setTimeout(() => settle(false), timeout) : undefined;
      const settle = (reached: boolean): void => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        resolve(reached);
      };
      const waiter = { position, settle };
      this.#waiters.add(waiter);
    });
  }

  reached(checkpoint: number): void {
    for (const waiter of this.#waiters) if (waiter.position <= checkpoint) waiter.settle(true);
  }

  giveUp(): void {
    for (const waiter of this.#waiters) waiter.settle(false);
  }
}
