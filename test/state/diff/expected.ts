import { type ReferenceFact, referenceDates, referenceState } from '../../../projections/reference-fold.js';
import type { RecordedEvent } from '../../../src/event-store/event-store.js';
import type { Filter } from '../answers.js';
import { itemOf, matches } from '../expected.js';
import { statedAt } from '../stated.js';
import { naiveTotals } from '../totals.js';

/** A day, as known at a position. */
export interface Point {
  readonly day: number;
  readonly position: number;
}

/** What differs, without why. */
interface Expected {
  readonly facts: readonly object[];
  readonly totals: readonly object[];
}

interface Known {
  readonly state: ReadonlyMap<string, ReferenceFact>;
  readonly stated: ReturnType<typeof statedAt>;
  readonly totalsOf: (keys: ReadonlySet<string>) => ReadonlyMap<string, object>;
}

/** Compares whole states of a log, as the reference fold says them. */
export class ReferenceDiff {
  readonly #known = new Map<string, Known>();

  constructor(private readonly events: readonly RecordedEvent[]) {}

  between(from: Point, to: Point, filter: Filter): Expected {
    const [one, other] = [this.#at(from), this.#at(to)];
    const matching = [...new Set([...one.state.keys(), ...other.state.keys()])]
      .sort()
      .filter((key) =>
        [one, other].some(({ stated }) => stated.has(key) && matches(key, stated.get(key) ?? [], filter)),
      );
    const facts = matching.map((key) => ({ key, before: verdict(key, one), after: verdict(key, other) }));
    const [was, is] = [one.totalsOf(new Set(matching)), other.totalsOf(new Set(matching))];
    const sums = [...new Set([...was.keys(), ...is.keys()])].sort();
    return {
      facts: facts
        .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
        .map(({ key, before, after }) => ({ fact: key, before, after })),
      totals: sums
        .map((name) => ({ name, before: was.get(name) ?? null, after: is.get(name) ?? null }))
        .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after)),
    };
  }

  #at({ day, position }: Point): Known {
    const name = `${day} ${position}`;
    const found = this.#known.get(name);
    if (found) return found;
    const state = referenceState(this.events, day, position);
    const stated = statedAt(this.events, position);
    const dates = referenceDates(this.events, position);
    const held = [...state].filter(([, { values }]) => values.some((value) => value !== null));
    const known: Known = {
      state,
      stated,
      totalsOf: (keys) => {
        const totals = naiveTotals(
          held.filter(([key]) => keys.has(key)).sort(([a], [b]) => (a < b ? -1 : 1)),
          stated,
          dates,
          day,
        );
        return new Map((totals as readonly Record<string, unknown>[]).map(summedUp));
      },
    };
    this.#known.set(name, known);
    return known;
  }
}

/** What a total is of, and what it says. */
export function summedUp({ predicate, subject, currency, ...sum }: Record<string, unknown>): [string, object] {
  return [`${predicate} ${subject} ${currency ?? ''}`, sum];
}

function verdict(key: string, { state }: Known): object {
  const item = itemOf(key, state.get(key)) as Record<string, unknown>;
  const { fact: _, predicate: __, subject: ___, object: ____, ...said } = item;
  return said;
}
