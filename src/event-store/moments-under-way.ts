/**
 * Record times of decisions that are not in the log yet. A time is taken before its event is written, so until then
 * nobody can say what was known at that time: it would be answered otherwise afterwards.
 */
export class MomentsUnderWay {
  readonly #open = new Set<{ readonly at: string }>();
  readonly #waiting = new Set<() => void>();

  /** @param at RFC 3339 UTC with milliseconds. @returns to be called once the decision is in the log, or came to nothing */
  begin(at: string): () => void {
    const one = { at };
    this.#open.add(one);
    return () => {
      this.#open.delete(one);
      for (const look of [...this.#waiting]) look();
    };
  }

  /** Waits until none is open that was taken at an instant or before. @returns false if that takes longer, in milliseconds */
  settledUpTo(instant: string, timeout: number): Promise<boolean> {
    const isSettled = (): boolean => ![...this.#open].some(({ at }) => at <= instant);
    return new Promise((resolve) => {
      if (isSettled()) return resolve(true);
      const end = (settled: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(settled);
      };
      const look = (): void => {
        if (isSettled()) end(true);
      };
      const timer = setTimeout(() => end(false), timeout);
      this.#waiting.add(look);
    });
  }
}
