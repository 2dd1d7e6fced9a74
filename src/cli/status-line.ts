const CLEAR = '\r\x1b[2K';
const EVERY_MS = 100;

/** A line on stderr that says how far long work is; nothing where stderr is no terminal. */
export class StatusLine {
  #shown = false;
  #last = 0;

  show(text: () => string): void {
    const now = Date.now();
    if (!process.stderr.isTTY || now - this.#last < EVERY_MS) return;
    this.#last = now;
    this.#shown = true;
    process.stderr.write(`${CLEAR}${text()}`);
  }

  /** Before anything else is written to the terminal. */
  clear(): void {
    if (this.#shown) process.stderr.write(CLEAR);
    this.#shown = false;
  }
}
