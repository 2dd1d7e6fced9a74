/** Counts equal lines, so that each has an identity that stays the same when the file is imported again. */
export class Occurrences {
  readonly #counts = new Map<string, number>();
  readonly #last = new Map<string, string>();

  /** 1 for the first line with this digest, 2 for the next … */
  of(digest: string): number {
    const count = (this.#counts.get(digest) ?? 0) + 1;
    this.#counts.set(digest, count);
    return count;
  }

  /** The same for a document stated for a stream, where saying it twice in a row says it once. */
  ofStatement(stream: string, digest: string): number {
    const name = `${stream} ${digest}`;
    if (this.#last.get(stream) === digest) return this.#counts.get(name) as number;
    this.#last.set(stream, digest);
    return this.of(name);
  }
}
