export { knownText } from '../words/coordinates.text.js';
export { dayWithin, OPEN_END, OPEN_START } from '../words/day.text.js';
export { between, valuesText } from '../words/value.text.js';

/** `2,000`, whatever the machine's language: the words beside it are English. */
export const number = (n: number): string => n.toLocaleString('en');

/** `1 line`, `2,000 lines`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;

/** As a sentence begins. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One line of text that can't steer the terminal: no control characters, none that turn the direction of writing. */
export const plain = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
