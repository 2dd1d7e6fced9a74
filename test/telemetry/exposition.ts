/** Metrics as they are exported. */
export class Exposition {
  readonly #samples = new Map<string, number>();
  /** What each metric is, by name. */
  readonly types = new Map<string, string>();
  readonly helps = new Map<string, string>();

  constructor(text: string) {
    for (const line of text.split('\n')) {
      const [, about, name = '', told = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
      if (about === 'TYPE') this.types.set(name, told);
      else if (about === 'HELP') this.helps.set(name, told);
      else if (line !== '') this.#samples.set(line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1)));
    }
  }

  /** @param sample its name, with labels in the order in which they are exported */
  value(sample: string): number | undefined {
    return this.#samples.get(sample);
  }

  get samples(): readonly string[] {
    return [...this.#samples.keys()];
  }
}
