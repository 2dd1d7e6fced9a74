import { formatDay } from './day.js';
import { readRange } from './edtf-reader.js';

/** `write "<candidate>"` if that is accepted, so that nobody is told to write what would be refused; or an example. */
export function write(candidate: string | undefined, example: string): string {
  if (candidate !== undefined && readRange(candidate) !== undefined) return `write ${quoted(candidate)}`;
  return `write something like ${quoted(example)}`;
}

/** The set from the first day one date can mean to the last day another can; undefined if either is not accepted. */
export function setInDays(from: string, to: string): string | undefined {
  const first = from === '' ? undefined : readRange(from);
  const last = to === '' ? undefined : readRange(to);
  if ((first === undefined && from !== '') || (last === undefined && to !== '')) return undefined;
  return `[${first ? formatDay(first.earliest) : ''}..${last ? formatDay(last.latest) : ''}]`;
}

/** The text as JSON, so that an unprintable character shows, and cut where it is too long to be a date. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
