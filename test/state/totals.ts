import type { FactValue } from '../../projections/law/knowledge.js';
import type { ReferenceFact } from '../../projections/reference-fold.js';
import type { DateRange } from '../../src/time/edtf.js';
import type { Stated } from './stated.js';

type Choice = readonly (FactValue | null)[];

/**
 * Totals by looking at every choice of one possible value for each fact. A currency is listed where some assertion
 * that can have happened by that day states it.
 *
 * @param dates what is left of the `when` of developments; fines have no other dates
 */
export function naiveTotals(
  facts: readonly (readonly [string, ReferenceFact])[],
  stated: ReadonlyMap<string, readonly Stated[]>,
  dates: ReadonlyMap<string, DateRange>,
  day: number,
): readonly object[] {
  const currenciesOf = ([key]: readonly [string, ReferenceFact]): readonly string[] =>
    (stated.get(key) ?? [])
      .filter(({ development }) => (dates.get(development) as DateRange).earliest <= day)
      .flatMap(({ value }) => (typeof value === 'string' ? [] : [value.currency]));
  const penalties = facts.filter(([key]) => key.startsWith('penalty:'));
  const parties = [...new Set(penalties.map(([key]) => key.split(':')[1]))].sort();
  return parties.flatMap((party) => {
    const fines = penalties.filter(([key]) => key.split(':')[1] === party);
    const currencies = new Set(fines.flatMap(currenciesOf));
    const choices = fines.reduce<readonly Choice[]>(
      (all, [, { values }]) => all.flatMap((choice) => values.map((value) => [...choice, value])),
      [[]],
    );
    const unquantified = fines.filter(([, { values }]) => values.includes('amount-unknown')).length;
    const named = currencies.size > 0 ? [...currencies].sort() : [null];
    return named.map((currency) => ({
      predicate: 'penalty',
      subject: party,
      currency,
      ...bounds(choices, currency, unquantified),
      exact: areApart(fines.filter((fine) => currenciesOf(fine).includes(currency ?? '')).map(([, fact]) => fact)),
      ...(unquantified > 0 && { unquantified }),
    }));
  });
}

/** Whether no two of them that are uncertain hang together. */
function areApart(fines: readonly ReferenceFact[]): boolean {
  const uncertain = fines.filter(({ values }) => values.length > 1);
  const dates = uncertain.flatMap(({ group }) => group);
  return new Set(dates).size === dates.length;
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
