import { judge } from '../../projections/law/judge.js';
import type { Sql } from '../../projections/projection.js';
import { Work } from '../answers/work.js';
import { UNRECORDED, type Verdict, verdictOf } from '../state/fact-item.js';
import type { FactFilter } from '../state/fact-reader.js';
import { type FactBetween, factsBetween } from '../state/facts-between.js';
import type { Day } from '../time/day.js';

export interface FactChange {
  readonly fact: string;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** A verdict, its text to compare it by, and how many assertions it rests on. */
interface Given {
  readonly verdict: Verdict;
  readonly text: string;
  readonly judged: number;
}

/** What facts are on one day as some events in a row come to be known. */
export class Verdicts {
  readonly #day: Day;
  readonly #facts: ReadonlyMap<string, FactBetween>;
  /** A fact stays as it is until an event that may change it: what was given after one stands before the next. */
  readonly #last = new Map<string, Given>();
  readonly #work = new Work();

  constructor(
    sql: Sql,
    events: readonly { readonly event: { readonly position: number }; readonly facts: readonly string[] }[],
    day: Day,
  ) {
    this.#day = day;
    const [first, last] = [events.at(0)?.event.position ?? 1, events.at(-1)?.event.position ?? 1];
    this.#facts = factsBetween(sql, new Set(events.flatMap(({ facts }) => facts)), first - 1, last);
  }

  /** Of the facts that an event may have changed, those that it did. Other requests get their turn in between. */
  async changedBy(position: number, facts: readonly string[]): Promise<readonly FactChange[]> {
    const changes: FactChange[] = [];
    for (const fact of facts) {
      const before = this.#last.get(fact) ?? this.#at(fact, position - 1);
      const after = this.#at(fact, position);
      this.#last.set(fact, after);
      if (before.text !== after.text) changes.push({ fact, before: before.verdict, after: after.verdict });
      if (this.#work.judged(after.judged)) await this.#work.rest();
    }
    return changes;
  }

  /** Whether a fact was one of those a filter names, before an event or after it. */
  isAmong({ entity, matter }: FactFilter, fact: string, position: number): boolean {
    if (entity !== undefined && !fact.split(':').slice(1).includes(entity)) return false;
    if (matter === undefined) return true;
    const known = this.#facts.get(fact);
    return [position - 1, position].some((at) => known?.at(at)?.matters.includes(matter));
  }

  #at(fact: string, position: number): Given {
    const known = this.#facts.get(fact)?.at(position);
    const verdict = known ? verdictOf(judge(known.knowledge, this.#day)) : UNRECORDED;
    return { verdict, text: JSON.stringify(verdict), judged: known?.knowledge.assertions.length ?? 0 };
  }
}
