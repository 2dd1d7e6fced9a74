/** Work under way, by what it is named for: whoever touches that has to wait for it. */
export class UnderWay {
  readonly #byName = new Map<string, Promise<unknown>>();

  among(names: readonly string[]): readonly Promise<unknown>[] {
    return [...new Set(names.flatMap((name) => this.#byName.get(name) ?? []))];
  }

  /** @param settled never rejects; what already has the name stays under way until it has settled, too */
  add(names: readonly string[], settled: Promise<unknown>): void {
    for (const name of new Set(names)) {
      const others = this.#byName.get(name);
      const all: Promise<unknown> = others ? Promise.all([others, settled]).then(() => undefined) : settled;
      this.#byName.set(name, all);
      // Set again by later work, it is that work's to remove.
      all.then(() => {
        if (this.#byName.get(name) === all) this.#byName.delete(name);
      });
    }
  }
}
