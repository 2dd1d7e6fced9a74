/** Payloads that are missing, and events that say that they were erased: each of one has one of the other. */
export class MissingPayloads {
  readonly #missing = new Map<string, number>();
  #untrue: string | undefined;

  /** An event without its payload. */
  missing(id: string, position: number): void {
    this.#missing.set(id, position);
  }

  /** The event at a position says that another's payload was erased, which is before it. */
  said(id: string, position: number): void {
    if (this.#missing.delete(id)) return;
    this.#untrue ??= `event ${position} says that the payload of event ${id} was erased, which is not so`;
  }

  /** The first that has not its other, in words. */
  fault(): string | undefined {
    const [first] = this.#missing.values();
    if (first === undefined) return this.#untrue;
    return `event ${first} has lost its payload, and no event says that it was erased`;
  }
}
