/** Wakes those who have read everything, at the next commit. Waking says "look again", nothing more. */
export class CommitSignal {
  readonly #waiting = new Set<() => void>();

  /** Resolves at the next `notify`, or when `signal` aborts. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  notify(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
