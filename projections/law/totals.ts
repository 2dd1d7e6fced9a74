import { addDecimals, compareDecimals, moneyBounds } from '../../src/fields/money.js';
import type { FactValue } from './knowledge.js';

/** One fact as it enters a sum: what it may be, and which currencies it has been stated in by that day. */
export interface Summand {
  readonly predicate: string;
  readonly subject: string;
  readonly values: readonly (FactValue | null)[];
  readonly currencies: readonly string[];
  /** Names of the connected groups its nodes lie in. */
  readonly groups: readonly string[];
}

/** Sum of a party's fines in one currency; `max: null` where no upper end is known, `currency: null` where none is. */
export interface Total {
  readonly predicate: string;
  readonly subject: string;
  readonly currency: string | null;
  readonly min: string;
  readonly max: string | null;
  readonly certainty: 'definite' | 'possible';
  /** False where two uncertain facts hang together, so that the true bounds may be narrower. */
  readonly exact: boolean;
  readonly unquantified?: number;
}

/** True bounds of the sums by predicate, subject and currency, in that order. */
export function totalsOf(summands: readonly Summand[]): readonly Total[] {
  const byParty = new Map<string, Summand[]>();
  for (const summand of summands) {
    const key = `${summand.predicate}:${summand.subject}`;
    const party = byParty.get(key);
    if (party) party.push(summand);
    else byParty.set(key, [summand]);
  }
  return [...byParty]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, facts]) => {
      const currencies = [...new Set(facts.flatMap((fact) => fact.currencies))].sort();
      return (currencies.length > 0 ? currencies : [null]).map((currency) => totalIn(currency, facts));
    });
}

function totalIn(currency: string | null, facts: readonly Summand[]): Total {
  const { predicate, subject } = facts[0] as Summand;
  const unquantified = facts.filter((fact) => fact.values.includes('amount-unknown')).length;
  const parts = facts.filter((fact) => fact.currencies.includes(currency ?? ''));
  let min = '0';
  let max: string | null = currency === null && unquantified > 0 ? null : '0';
  for (const part of parts) {
    const bounds = part.values.map((value) => contribution(value, currency));
    min = addDecimals(
      min,
      bounds.map((bound) => bound.min).reduce((a, b) => (compareDecimals(a, b) <= 0 ? a : b)),
    );
    max = addUpper(max, bounds.map((bound) => bound.max).reduce(largest));
  }
  const uncertain = parts.filter((part) => part.values.length > 1);
  const groups = uncertain.flatMap((part) => [...new Set(part.groups)]);
  return {
    predicate,
    subject,
    currency,
    min,
    max,
    certainty: max !== null && compareDecimals(min, max) === 0 ? 'definite' : 'possible',
    exact: new Set(groups).size === groups.length,
    ...(unquantified > 0 && { unquantified }),
  };
}

/** What one possible value adds in a currency: nothing if unrecorded, annulled, unquantified or in another currency. */
function contribution(value: FactValue | null, currency: string | null): { min: string; max: string | null } {
  if (value === null || typeof value === 'string' || value.currency !== currency) return { min: '0', max: '0' };
  return moneyBounds(value);
}

const largest = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : compareDecimals(a, b) >= 0 ? a : b;

const addUpper = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : addDecimals(a, b);
