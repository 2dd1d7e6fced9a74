import type { Coordinated } from '../answers/moment.js';
import type { Money } from '../fields/money.js';

/** Where the calendar begins and ends: no bounds. */
export const OPEN_START = '0001-01-01';
export const OPEN_END = '9999-12-31';

/** A value of a fact; null is that nothing was recorded. */
export type Value = string | Money | null;

/** `2,000`, whatever the machine's language: the words beside it are English. */
export const number = (n: number): string => n.toLocaleString('en');

/** `1 line`, `2,000 lines`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;

/** As a sentence begins. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One line of text that can't steer the terminal: no control characters, none that turn the direction of writing. */
export const plain = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

/** One unknown day of a range, told as `range` where both its ends are known. */
export function dayWithin(earliest: string, latest: string, range = `${earliest} to ${latest}`): string {
  if (earliest === latest) return earliest;
  if (earliest === OPEN_START) return `${latest} or before`;
  if (latest === OPEN_END) return `${earliest} or later`;
  return range;
}

/** The values that are possible, in the order of the answer. */
export const valuesText = (values: readonly Value[]): string => values.map(valueText).join(' or ');

function valueText(value: Value): string {
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

/** Where in record time an answer was given, and by which rules: what to say to be answered the same again. */
export const knownText = ({ knownAt: { position, recordedAt }, rules }: Coordinated): string =>
  `known at position ${position} (${recordedAt === null ? 'before anything was recorded' : `recorded ${recordedAt}`}), rules ${rules}`;
