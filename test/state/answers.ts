import type { Reading } from '../../src/answers/reading.js';
import { type JsonValue, jcs } from '../../src/event-store/canonical.js';
import { Refusal } from '../../src/refusal.js';
import { FactHandler } from '../../src/state/fact.handler.js';
import { FactQuery } from '../../src/state/fact.query.js';
import type { FactItem, Verdict } from '../../src/state/fact-item.js';
import { StateHandler } from '../../src/state/state.handler.js';
import { type StateAnswer, StateQuery } from '../../src/state/state.query.js';
import { formatDay } from '../../src/time/day.js';
import { TimelineHandler } from '../../src/timeline/timeline.handler.js';
import { TimelineQuery } from '../../src/timeline/timeline.query.js';

/** Which facts are asked for, all that are given at once. */
export interface Filter {
  readonly entity?: string;
  readonly matter?: string;
  readonly predicate?: string;
}

/** A question, and what is right to answer: JSON, so that it can be kept in a file. */
export interface Expectation {
  readonly day: number;
  readonly position: number;
  readonly filter: Filter;
  /** Items on a page when the answer is walked page by page. */
  readonly limit: number;
  readonly facts: readonly object[];
  readonly totals: readonly object[];
  /** By development on the timeline: the earliest and latest day that timings leave it. */
  readonly dates: Readonly<Record<string, readonly [earliest: string, latest: string]>>;
  /** The groups of dates hanging together that the facts known there lie in. */
  readonly groups: readonly (readonly string[])[];
  /** Facts asked for by name. */
  readonly named: Readonly<Record<string, object>>;
}

/** A discrepancy between what is served and what is right. */
export class Wrong extends Error {
  constructor(what: string, served: unknown, right: unknown) {
    super(`${what}\n served ${jcs(served as JsonValue)}\n right  ${jcs(right as JsonValue)}`);
  }
}

export const ask = (reading: Reading, parameters: Readonly<Record<string, string>>): Promise<StateAnswer> =>
  new StateHandler(reading).execute(new StateQuery(parameters));

export const coordinatesOf = ({ day, position }: Pick<Expectation, 'day' | 'position'>) => ({
  asOf: formatDay(day),
  knownAt: `position:${position}`,
});

/** Asks in every way there is to ask. @throws {Wrong} @returns the answers as they were given */
export async function examine(reading: Reading, expected: Expectation): Promise<readonly unknown[]> {
  const coordinates = coordinatesOf(expected);
  const parameters = { ...coordinates, ...expected.filter };
  const where = `on ${coordinates.asOf} as known at ${expected.position}, ${jcs(expected.filter as JsonValue)}`;
  const whole = await ask(reading, { ...parameters, limit: '1000' });
  same(`the state ${where}`, whole.facts.map(judged), expected.facts);
  same(`the totals ${where}`, whole.totals, expected.totals);
  const facts: FactItem[] = [];
  const walked = { ...whole, facts };
  for (let next: string | null = null; ; ) {
    const page: StateAnswer = await ask(reading, {
      ...(next === null ? parameters : { cursor: next }),
      limit: String(expected.limit),
    });
    if (page.facts.length > expected.limit) throw new Wrong('a page too long', page.facts.length, expected.limit);
    same(`a page ${where}`, { ...page, facts: [], next: null }, { ...whole, facts: [] });
    facts.push(...page.facts);
    if (facts.length > whole.facts.length) throw new Wrong(`the pages ${where}`, facts, whole.facts);
    next = page.next;
    if (next === null) break;
  }
  same(`the pages ${where}`, walked, whole);
  same(`the dates as known at ${expected.position}`, await datesServed(reading, expected.position), expected.dates);
  const named: unknown[] = [];
  for (const [key, right] of Object.entries(expected.named)) {
    const answer = await factNamed(reading, key, coordinates);
    same(`${key} ${where}`, answer, right);
    named.push(answer);
  }
  return [whole, ...named];
}

async function datesServed(reading: Reading, position: number): Promise<Expectation['dates']> {
  const query = new TimelineQuery({ knownAt: `position:${position}`, limit: '1000' });
  const { developments } = await new TimelineHandler(reading).execute(query);
  return Object.fromEntries(developments.map(({ id, earliest, latest }) => [id, [earliest, latest]]));
}

async function factNamed(reading: Reading, key: string, coordinates: Readonly<Record<string, string>>) {
  try {
    const { asOf, knownAt, rules, prospective, erased, ...item } = await new FactHandler(reading).execute(
      new FactQuery(key, coordinates),
    );
    return judged(item);
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code };
    throw error;
  }
}

/** The reference says whether dates contradict each other, not which to name. */
export const judged = ({ contradiction, ...item }: Verdict): object => ({
  ...item,
  ...(contradiction && { contradictory: contradiction.length > 0 }),
});

export function same(what: string, served: unknown, right: unknown): void {
  if (jcs(served as JsonValue) !== jcs(right as JsonValue)) throw new Wrong(what, served, right);
}
