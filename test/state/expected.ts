import type { FactValue } from '../../projections/law/knowledge.js';
import { type ReferenceFact, referenceDates, referenceState } from '../../projections/reference-fold.js';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { formatDay } from '../../src/time/day.js';
import type { DateRange } from '../../src/time/edtf.js';
import type { Expectation, Filter } from './answers.js';
import { type Stated, statedAt } from './stated.js';
import { naiveTotals } from './totals.js';

/** A question without its answer. */
export interface Question {
  readonly day: number;
  readonly position: number;
  readonly filter: Filter;
  readonly limit: number;
  /** Facts to ask for by name beside those of the answer. */
  readonly alsoNamed: readonly string[];
}

/** What the reference fold says, in the shape of answers. */
export function expectationOf(events: readonly RecordedEvent[], question: Question): Expectation {
  const { day, position, filter, limit, alsoNamed } = question;
  const reference = referenceState(events, day, position);
  const stated = statedAt(events, position);
  const dates = referenceDates(events, position);
  const matching = [...reference]
    .filter(([key, { values }]) => matches(key, stated.get(key) ?? [], filter) && values.some((each) => each !== null))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const named = new Set([...reference.keys(), ...alsoNamed]);
  return {
    day,
    position,
    filter,
    limit,
    facts: matching.map(([key, fact]) => itemOf(key, fact)),
    totals: naiveTotals(matching, stated, dates, day),
    dates: inWords(dates),
    groups: [...reference.values()].map(({ group }) => group),
    named: Object.fromEntries([...named].map((key) => [key, itemOf(key, reference.get(key))])),
  };
}

/** By development: its earliest and latest day. */
function inWords(dates: ReadonlyMap<string, DateRange>): Expectation['dates'] {
  const days = [...dates].map(([id, { earliest, latest }]) => {
    return [id, [formatDay(earliest), formatDay(latest)]] as const;
  });
  return Object.fromEntries(days.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether a fact with these assertions matches a filter. */
export function matches(key: string, stated: readonly Stated[], { entity, matter, predicate }: Filter): boolean {
  const [named, ...entities] = key.split(':');
  return (
    (predicate === undefined || predicate === named) &&
    (entity === undefined || entities.includes(entity)) &&
    (matter === undefined || stated.some((each) => each.matter === matter))
  );
}

/** A fact in the shape of answers. */
export function itemOf(key: string, fact?: ReferenceFact): object {
  const [predicate, subject, object] = key.split(':');
  const name = { fact: key, predicate, subject, ...(object !== undefined && { object }) };
  if (!fact) return { ...name, certainty: 'unrecorded', because: [] };
  const { values, because, since, contradictory } = fact;
  return {
    ...name,
    ...verdict(values, since),
    because,
    ...(contradictory && { contradictory }),
  };
}

function verdict(values: readonly (FactValue | null)[], since: ReferenceFact['since']): object {
  if (values.length > 1) return { certainty: 'possible', values };
  const [value] = values;
  if (value === null || value === undefined || !since) return { certainty: 'unrecorded' };
  const { earliest, latest } = since;
  return { certainty: 'definite', value, since: { earliest: formatDay(earliest), latest: formatDay(latest) } };
}
