import { Random } from './random.js';

/** A write with words of its own, by which its event is found in the log. */
export interface Write {
  readonly words: string;
  readonly path: string;
  readonly body: object;
  readonly key?: string;
  readonly ifMatch?: number;
}

/** A line of an import, likewise. */
export interface Line {
  readonly words: string;
  readonly line: object;
}

/** A development that the author has been told the id of. */
export interface Known {
  readonly id: string;
  readonly kind: string;
  readonly revision: number;
}

const numbered = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, number) => `${name}-${number}`);
const COMPANIES = numbered('company', 6);
const APPS = numbered('app', 8);
const LAWS = numbered('law', 4);
export const MATTERS = numbered('matter', 3);
/** Each uncertain date doubles the worlds that the reference fold looks at. */
const MOST_UNCERTAIN = 4;
const YEAR = Date.UTC(2021, 0, 1);
export const DAYS = 300;

export const dayText = (day: number): string => new Date(YEAR + day * 86_400_000).toISOString().slice(0, 10);

const registered = (type: string, slugs: readonly string[]): readonly object[] =>
  slugs.map((slug) => ({ entity: { slug, type, name: slug } }));

/** Whoever the author writes about, as lines of an import. */
export const CAST: readonly object[] = [
  ...registered('authority', ['regulator']),
  ...registered('company', COMPANIES),
  ...registered('service', APPS),
  ...registered('instrument', LAWS),
  ...MATTERS.map((slug) => ({ matter: { slug, title: slug } })),
];

/** Makes up writes of every sort. */
export class Author {
  readonly #random: Random;
  readonly #uncertain = new Map<string, number>();
  #written = 0;

  constructor(
    private readonly name: string,
    seed: number,
  ) {
    this.#random = new Random(seed);
  }

  /** A development, or a change of a known one. */
  next(known: readonly Known[]): Write {
    const words = this.#words();
    const key = this.#random.chance(0.6) ? `key-${words}` : undefined;
    if (known.length > 0 && this.#random.chance(0.5)) return { ...this.#change(words, known), key };
    return { words, path: '/v1/developments', body: this.#development(words, known), key };
  }

  /** The lines of one import: entities, developments about them, and corrections of those. */
  lines(count: number): readonly Line[] {
    const lines: Line[] = [];
    const company = this.#words();
    lines.push({ words: company, line: { entity: { slug: company, type: 'company', name: company } } });
    const refs: string[] = [];
    while (lines.length < count) {
      const words = this.#words();
      const ref = this.#random.oneOf(refs.length > 0 ? refs : [words]);
      if (refs.length > 0 && this.#random.chance(0.3)) {
        const changes = { when: this.#day(), title: `Otherwise, ${words}` };
        lines.push({ words, line: { correction: { of: ref, changes, reason: words } } });
      } else if (refs.length > 0 && this.#random.chance(0.1)) {
        lines.push({ words, line: { source: { of: ref, publisher: 'A paper', title: words } } });
      } else {
        const named = this.#random.chance(0.7);
        const development = { ...this.#blocking(words, this.#random.chance(0.5) ? company : undefined) };
        lines.push({ words, line: { development: named ? { ...development, ref: words } : development } });
        if (named) refs.push(words);
      }
    }
    return lines;
  }

  #development(words: string, known: readonly Known[]): object {
    const fines = known.filter(({ kind }) => kind === 'FineImposed');
    switch (this.#random.below(fines.length > 0 ? 6 : 5)) {
      case 0:
        return this.#payment(words);
      case 1: {
        const details = { authority: 'regulator', party: this.#company(), ...this.#amount() };
        return { kind: 'FineImposed', title: words, when: this.#day(), details };
      }
      case 2: {
        const [when, later] = [this.#random.below(DAYS), this.#random.below(20)];
        const inForce = this.#random.chance(0.7) ? { inForce: dayText(when + later) } : {};
        const details = {
          authority: 'regulator',
          instrument: this.#random.oneOf(LAWS),
          subjects: ['data'],
          ...inForce,
        };
        return { kind: 'InstrumentIssued', title: words, when: dayText(when), details };
      }
      case 3: {
        const details = { authority: 'regulator', attendees: [this.#company()], topics: ['links'] };
        return { kind: 'GuidanceMeetingHeld', title: words, when: this.#day(), details, ...this.#matter() };
      }
      case 4:
        return this.#blocking(words);
      default: {
        const { id } = this.#random.oneOf(fines);
        const details = { fine: id, ...(this.#random.chance(0.3) ? { annulled: true } : this.#amount()) };
        return { kind: 'FineChanged', title: words, when: dayText(DAYS + this.#random.below(9)), details };
      }
    }
  }

  #blocking(words: string, company = this.#company()): object {
    const kind = this.#random.chance(0.5) ? 'LinksBlocked' : 'LinksUnblocked';
    const to = [...new Set([this.#random.oneOf(APPS), this.#random.oneOf(APPS)])];
    return { kind, title: words, when: this.#day(), details: { from: company, to }, ...this.#matter() };
  }

  #payment(words: string): object {
    const kind = this.#random.oneOf(['PaymentMethodAnnounced', 'PaymentMethodAccepted', 'PaymentMethodEnded']);
    const [venue, method] = [this.#company(), this.#random.oneOf(APPS)];
    return { kind, title: words, when: this.#when(`${venue} ${method}`), details: { venues: [venue], method } };
  }

  #change(words: string, known: readonly Known[]): Write {
    const { id, kind, revision } = this.#random.oneOf(known);
    const at = `/v1/developments/${id}`;
    const ifMatch = this.#random.chance(0.2) ? revision : undefined;
    switch (this.#random.below(8)) {
      case 0:
        return { words, path: `${at}/retraction`, body: { reason: words }, ifMatch };
      case 1:
        return { words, path: `${at}/reinstatement`, body: { reason: words }, ifMatch };
      case 2:
        return { words, path: `${at}/sources`, body: { publisher: 'A paper', title: words }, ifMatch };
      default: {
        // A fine that comes late would contradict its changes, a law in force can't be issued later.
        const dated = ['LinksBlocked', 'LinksUnblocked', 'GuidanceMeetingHeld', 'FineImposed'].includes(kind);
        const changes = { title: `Otherwise, ${words}`, ...(dated && { when: this.#day() }) };
        return { words, path: `${at}/corrections`, body: { changes, reason: words }, ifMatch };
      }
    }
  }

  #words(): string {
    this.#written += 1;
    return `${this.name}-${this.#written}`;
  }

  #day(): string {
    return dayText(this.#random.below(DAYS));
  }

  /** An exact day, or one of two where that adds few worlds. */
  #when(fact: string): string {
    const day = this.#random.below(DAYS);
    const uncertain = this.#uncertain.get(fact) ?? 0;
    if (uncertain >= MOST_UNCERTAIN || this.#random.chance(0.4)) return dayText(day);
    this.#uncertain.set(fact, uncertain + 1);
    return `[${dayText(day)}..${dayText(day + 1)}]`;
  }

  #company(): string {
    return this.#random.oneOf(COMPANIES);
  }

  #amount(): object {
    return { amount: { value: String(this.#random.below(1_000) + 1), currency: 'USD' } };
  }

  #matter(): object {
    return this.#random.chance(0.5) ? { matter: this.#random.oneOf(MATTERS) } : {};
  }
}
