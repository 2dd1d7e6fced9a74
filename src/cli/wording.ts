export { knownText } from '../words/coordinates.text.js';
export { dayWithin, OPEN_END, OPEN_START } from '../words/day.text.js';
export { capitalised, plain } from '../words/plain.text.js';
export { between, valuesText } from '../words/value.text.js';

/** `2,000`, whatever the machine's language: the words beside it are English. */
export const number = (n: number): string => n.toLocaleString('en');

/** `1 line`, `2,000 lines`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;
