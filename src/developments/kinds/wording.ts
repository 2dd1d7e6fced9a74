import type { Money } from '../../fields/index.js';

const LISTED = 5;

/** "a, b, c", and the number of the rest where there are many. */
export function listed(names: readonly string[]): string {
  return names.length <= LISTED
    ? names.join(', ')
    : `${names.slice(0, LISTED - 1).join(', ')} and ${names.length - LISTED + 1} more`;
}

/** "about 769 USD", "at least 1 USD", "1 to 2 USD". */
export function amountOf(money: Money): string {
  const about = money.approximate ? 'about ' : '';
  if ('value' in money) return `${about}${money.value} ${money.currency}`;
  const { atLeast, atMost, currency } = money;
  if (atMost === undefined) return `at least ${about}${atLeast} ${currency}`;
  return atLeast === undefined
    ? `at most ${about}${atMost} ${currency}`
    : `${about}${atLeast} to ${atMost} ${currency}`;
}

/** A text that may have several lines, in one. */
export const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');
