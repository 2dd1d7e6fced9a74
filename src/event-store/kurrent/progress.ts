import { CommitSignal } from '../commit-signal.js';
import { type LogDamaged, LogUnavailable } from '../errors.js';
import type { StorePoint } from './store-point.js';

/** How far the numbering of the log is, for those who wait for it. */
export class Progress {
  readonly #changes = new CommitSignal();
  #seen: StorePoint | undefined;
  #rewinds = 0;
  #isCaughtUp = false;
  #isOver = false;
  #isDoubted = false;
  #damage: LogDamaged | undefined;

  constructor(seen: StorePoint | undefined) {
    this.#seen = seen;
  }

  /** All that is ours up to there is numbered. */
  get seen(): StorePoint | undefined {
    return this.#seen;
  }

  /** Grows whenever `seen` turns out to be worth nothing: what others knew by the same server is not either. */
  get rewinds(): number {
    return this.#rewinds;
  }

  /** It may be another server since: one that was restored from a backup. */
  get isDoubted(): boolean {
    return this.#isDoubted;
  }

  /** All is numbered that the server had when this node started. */
  get isCaughtUp(): boolean {
    return this.#isCaughtUp;
  }

  get damage(): LogDamaged | undefined {
    return this.#damage;
  }

  reach(seen: StorePoint | undefined, isCaughtUp: boolean): void {
    this.#seen = seen ?? this.#seen;
    this.#isCaughtUp ||= isCaughtUp;
    this.#changes.notify();
  }

  rewind(to: StorePoint | undefined): void {
    this.#seen = to;
    this.#rewinds += 1;
  }

  doubt(isDoubted: boolean): void {
    this.#isDoubted = isDoubted;
    this.#changes.notify();
  }

  /** There will be no more of it, since something is wrong with the log. */
  halt(damage: LogDamaged): void {
    this.#damage = damage;
    this.end();
  }

  end(): void {
    this.#isOver = true;
    this.#changes.notify();
  }

  /** @param timeout milliseconds. @throws {LogUnavailable} past it, saying `late` @throws {LogDamaged} */
  async until(isSo: () => boolean, timeout: number, late: () => string): Promise<void> {
    if (isSo()) return;
    const patience = AbortSignal.timeout(timeout);
    while (!isSo()) {
      if (this.#damage) throw this.#damage;
      if (this.#isOver) throw new LogUnavailable('the log is closed');
      if (patience.aborted) throw new LogUnavailable(late());
      await this.#changes.next(patience);
    }
  }
}
