/** Payloads that are missing, and events that say that they were erased. */
export class MissingPayloads {
  readonly #missing = new Map<string, number>();

  /** An event without its payload. */
  missing(id: string, position: number): void {
    this.#missing.set(id, position);
  }

  /** An event says that another's payload was erased. */
  said(id: string): void {
    this.#missing.delete(id);
  }

  /** The position of the first of which nothing says so. */
  unsaid(): number | undefined {
    const [first] = this.#missing.values();
    return first;
  }
}
