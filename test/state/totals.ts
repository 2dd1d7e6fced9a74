import type { FactValue } from '../../projections/law/knowledge.js';
import type { ReferenceFact } from '../../projections/reference-fold.js';
import type { Stated } from './stated.js';

type Choice = readonly (FactValue | null)[];

/**
 * Totals by looking at every choice of one possible value for each fact. A currency is listed where some assertion
 * that can have happened by that day states it.
 */
export function naiveTotals(
  facts: readonly (readonly [string, ReferenceFact])[],
  stated: ReadonlyMap<string, readonly Stated[]>,
  day: number,
): readonly object[] {
  const penalties = facts.filter(([key]) => key.startsWith('penalty:'));
  const parties = [...new Set(penalties.map(([key]) => key.split(':')[1]))].sort();
  return parties.flatMap((party) => {
    const fines = penalties.filter(([key]) => key.split(':')[1] === party);
    const values = fines.flatMap(([key]) => (stated.get(key) ?? []).filter(({ earliest }) => earliest <= day));
    const currencies = new Set(values.flatMap(({ value }) => (typeof value === 'string' ? [] : [value.currency])));
    const choices = fines.reduce<readonly Choice[]>(
      (all, [, { values: each }]) => all.flatMap((choice) => each.map((value) => [...choice, value])),
      [[]],
    );
    const unquantified = fines.filter(([, { values: each }]) => each.includes('amount-unknown')).length;
    const named = currencies.size > 0 ? [...currencies].sort() : [null];
    return named.map((currency) => ({
      predicate: 'penalty',
      subject: party,
      currency,
      ...bounds(choices, currency, unquantified),
      // Every fine is a group of its own with its changes, as long as nothing else is timed after anything.
      exact: true,
      ...(unquantified > 0 && { unquantified }),
    }));
  });
}

function bounds(choices: readonly Choice[], currency: string | null, unquantified: number): object {
  const sums = choices.map((choice) => ({
    min: sum(choice.map((value) => cents(value, currency, 'min'))),
    max: sum(choice.map((value) => cents(value, currency, 'max'))),
  }));
  const min = Math.min(...sums.map((each) => each.min));
  const unknown = currency === null && unquantified > 0;
  const max = unknown ? Number.POSITIVE_INFINITY : Math.max(...sums.map((each) => each.max));
  return {
    min: String(min / 100),
    max: Number.isFinite(max) ? String(max / 100) : null,
    certainty: min === max ? 'definite' : 'possible',
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function cents(value: FactValue | null, currency: string | null, end: 'min' | 'max'): number {
  if (value === null || typeof value === 'string' || value.currency !== currency) return 0;
  if ('value' in value) return Number(value.value) * 100;
  const bound = end === 'min' ? (value.atLeast ?? '0') : value.atMost;
  return bound === undefined ? Number.POSITIVE_INFINITY : Number(bound) * 100;
}
