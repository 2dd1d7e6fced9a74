/** What can befall one append. */
export type AppendFault =
  /** Neither stored nor answered. */
  | 'lose-request'
  /** Stored, never answered; the connection stays. */
  | 'lose-reply'
  /** Stored, then the connection is reset. */
  | 'reset-after-write'
  /** Answered twice. */
  | 'duplicate-reply'
  /** Stored, and the answer lacks a position. */
  | 'no-position'
  /** Stored, but the answer is that it took too long. */
  | 'commit-timeout'
  /** Not stored: the server says that it is not ready, or too busy. */
  | 'not-ready'
  | 'busy';

/** The faults that the next appends to arrive will meet, in the order in which they were asked for. */
export class AppendFaultQueue {
  readonly #faults: AppendFault[] = [];
  readonly #whenTaken: (() => void)[] = [];
  #aim: string | undefined;

  add(fault: AppendFault, times: number): void {
    for (let index = 0; index < times; index += 1) this.#faults.push(fault);
  }

  aimAt(stream: string | undefined): void {
    this.#aim = stream;
  }

  take(stream: string): AppendFault | undefined {
    if (this.#aim !== undefined && this.#aim !== stream) return undefined;
    const fault = this.#faults.shift();
    if (this.#faults.length === 0) for (const resolve of this.#whenTaken.splice(0)) resolve();
    return fault;
  }

  async allTaken(): Promise<void> {
    if (this.#faults.length > 0) await new Promise<void>((resolve) => this.#whenTaken.push(resolve));
  }
}
