import { Refusal } from '../refusal.js';
import { type Day, parseDay } from './day.js';

/** A place in record time as it was asked for: a position, or an instant that resolves to one. */
export type KnownAt = { readonly position: number } | { readonly instant: string };

/** Where in the two times a question is asked, before it is resolved against what is known. */
export interface Coordinates {
  readonly asOf?: Day;
  readonly knownAt?: KnownAt;
  readonly minPosition?: number;
}

const POSITION = /^(0|[1-9]\d{0,15})$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

const invalid = (parameter: string, detail: string): Refusal =>
  new Refusal('invalid-coordinate', `${parameter}: ${detail}`, { parameter });

/** @throws {Refusal} invalid-coordinate unless it is a day written YYYY-MM-DD. */
function parseAsOf(text: string, parameter: string): Day {
  const day = parseDay(text);
  if (day === undefined) {
    throw invalid(
      parameter,
      `"${text}" is not one day of the calendar. Write a day such as 2021-09-15; a month or a range can't be asked for.`,
    );
  }
  return day;
}

/** @throws {Refusal} invalid-coordinate unless it is a plain decimal number. */
export function parsePosition(text: string, parameter: string): number {
  const position = POSITION.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(position))
    throw invalid(parameter, `"${text}" is not a position. Write a whole number such as 31.`);
  return position;
}

/** `position:<n>` or an RFC 3339 instant. @throws {Refusal} invalid-coordinate */
function parseKnownAt(text: string, parameter: string): KnownAt {
  if (text.startsWith('position:')) return { position: parsePosition(text.slice('position:'.length), parameter) };
  const milliseconds = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(milliseconds) || parseDay(text.slice(0, 10)) === undefined) {
    throw invalid(parameter, `"${text}" is neither "position:<n>" nor an instant such as 2026-03-01T12:00:00.000Z.`);
  }
  return { instant: new Date(milliseconds).toISOString() };
}

/**
 * Reads the coordinates among query parameters.
 * @param prefix of the names that they were sent by
 * @throws {Refusal} invalid-coordinate
 */
export function parseCoordinates(
  parameters: { readonly asOf?: string; readonly knownAt?: string; readonly minPosition?: string },
  prefix = '',
): Coordinates {
  const { asOf, knownAt, minPosition } = parameters;
  return {
    ...(asOf !== undefined && { asOf: parseAsOf(asOf, `${prefix}asOf`) }),
    ...(knownAt !== undefined && { knownAt: parseKnownAt(knownAt, `${prefix}knownAt`) }),
    ...(minPosition !== undefined && { minPosition: parsePosition(minPosition, 'minPosition') }),
  };
}
