import { type Judgement, judge } from '../../projections/law/judge.js';
import type { FactValue } from '../../projections/law/knowledge.js';
import { type Day, formatDay } from '../time/day.js';
import type { FactRow, KnownFact } from './fact-reader.js';

/** A fact as answers show it. */
export interface FactItem {
  readonly fact: string;
  readonly predicate: string;
  readonly subject: string;
  readonly object?: string;
  readonly certainty: 'definite' | 'possible' | 'unrecorded';
  /** The one possible value. */
  readonly value?: FactValue;
  /** Every possible value in JCS order; null, last, is unrecorded. */
  readonly values?: readonly (FactValue | null)[];
  readonly since?: { readonly earliest: string; readonly latest: string };
  readonly because: readonly string[];
  readonly contradiction?: readonly string[];
}

/** What a fact is on a day, without its name. */
export type Verdict = Omit<FactItem, 'fact' | 'predicate' | 'subject' | 'object'>;

export const UNRECORDED: Verdict = { certainty: 'unrecorded', because: [] };

export const unrecorded = (row: Omit<FactRow, 'fact'>): FactItem => ({
  ...named(row),
  ...UNRECORDED,
});

/** A fact judged on a day. */
export function factItem(fact: KnownFact, day: Day): { readonly item: FactItem; readonly judgement: Judgement } {
  const judgement = judge(fact.knowledge, day);
  return { item: { ...named(fact), ...verdictOf(judgement) }, judgement };
}

/** What names a fact in an answer. */
export const named = ({ key, predicate, subject, object }: Omit<FactRow, 'fact'>) => ({
  fact: key,
  predicate,
  subject,
  ...(object !== null && { object }),
});

/** A judgement as answers show it. */
export function verdictOf({ values, because, since, contradiction }: Judgement): Verdict {
  const [value] = values;
  const told = {
    because: [...new Set(because.map(({ development }) => development))],
    ...(contradiction && { contradiction }),
  };
  if (values.length > 1 || value === undefined) return { certainty: 'possible', values, ...told };
  if (value === null) return { certainty: 'unrecorded', ...told };
  return {
    certainty: 'definite',
    value,
    ...(since && { since: { earliest: formatDay(since.earliest), latest: formatDay(since.latest) } }),
    ...told,
  };
}
