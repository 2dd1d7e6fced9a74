/** What was made last, for those who ask for the same again; one that fails is forgotten. */
export class Recent<Made> {
  readonly #made = new Map<string, Promise<Made>>();

  /** @param limit how many are kept */
  constructor(private readonly limit: number) {}

  /** @param key all that `make` depends on */
  get(key: string, make: () => Promise<Made>): Promise<Made> {
    const known = this.#made.get(key);
    const made = known ?? make();
    // Last in the order of insertion is what was asked for last.
    this.#made.delete(key);
    this.#made.set(key, made);
    if (known === undefined) {
      made.catch(() => {
        if (this.#made.get(key) === made) this.#made.delete(key);
      });
      const [oldest] = this.#made.keys();
      if (this.#made.size > this.limit && oldest !== undefined) this.#made.delete(oldest);
    }
    return made;
  }
}
