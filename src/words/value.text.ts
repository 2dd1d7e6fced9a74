import type { Money } from '../fields/index.js';

/** A value of a fact; null is that nothing was recorded. */
export type Value = string | Money | null;

/** The values that are possible, in the order of the answer. */
export const valuesText = (values: readonly Value[]): string => values.map(valueText).join(' or ');

export function valueText(value: Value): string {
  if (value === null) return 'unrecorded';
  return typeof value === 'string' ? value : moneyText(value);
}

function moneyText(money: Money): string {
  const about = money.approximate ? 'about ' : '';
  if ('value' in money) return `${about}${digits(money.value)} ${money.currency}`;
  return `${about}${between(money.atLeast ?? null, money.atMost ?? null)} ${money.currency}`;
}

/** Decimal amounts; null where there is no such bound. */
export function between(min: string | null, max: string | null): string {
  if (min !== null && max !== null) return min === max ? digits(min) : `${digits(min)} to ${digits(max)}`;
  if (max !== null) return `at most ${digits(max)}`;
  return min === null ? 'an unknown amount of' : `at least ${digits(min)}`;
}

/** Exact, however long: a number would be rounded. */
const digits = (decimal: string): string => {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};
