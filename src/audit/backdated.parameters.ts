import { PagedParameters } from '../answers/parameters.js';
import { Text } from '../fields/index.js';
import { Refusal } from '../refusal.js';

const DEFAULT_DAYS = 7;
const DAYS = /^(0|[1-9]\d{0,6})$/;

export class BackdatedParameters extends PagedParameters {
  @Text({
    max: 16,
    optional: true,
    description: `How many days after it happened something may be recorded without being listed; ${DEFAULT_DAYS} if left out.`,
    schema: { type: 'integer', minimum: 0, maximum: 9_999_999, default: DEFAULT_DAYS },
    example: 30,
  })
  days?: string;
}

/** @throws {Refusal} invalid-parameter */
export function daysAsked(text: string | undefined): number {
  if (text === undefined) return DEFAULT_DAYS;
  if (DAYS.test(text)) return Number(text);
  throw new Refusal('invalid-parameter', `days: write a whole number from 0 to 9999999, not "${text}".`, {
    parameter: 'days',
  });
}
