import { declareField, type FieldOptions, Rule } from '../fields/declare.js';
import { type Leaf, NO_PROBLEMS } from '../fields/field.js';
import { isNot } from '../fields/problems.js';
import { type FieldError, Refusal } from '../refusal.js';
import { boundsOfTiming, daysOf, type Timing } from './timing.js';

/** How many others a development can be timed after. */
export const MAX_TIMINGS = 32;
/** In days, about a century: what is further apart is not dated by one another. */
export const MAX_SPAN = 36_500;

const span: Leaf = {
  form: 'leaf',
  expected: `a duration in whole days or weeks such as "P2D" or "P1W", of at most P${MAX_SPAN}D`,
  schema: { type: 'string', pattern: '^P[0-9]{1,6}[DW]$' },
  problems: (value) => {
    const days = typeof value === 'string' ? daysOf(value) : undefined;
    if (days !== undefined && days <= MAX_SPAN) return NO_PROBLEMS;
    return isNot(span.expected, value).map(({ pointer, detail }) => ({ pointer, detail: detail + hintFor(value) }));
  },
};

function hintFor(value: unknown): string {
  if (typeof value !== 'string') return '';
  if (/^P?[+-]/.test(value)) return '; it is never negative: state it of the one that came later';
  return /^P[\dYMWD]*[YM]/.test(value) ? '; months and years differ in length, so write their days' : '';
}

/** A duration in whole days or weeks. */
export const Span = (options: FieldOptions): PropertyDecorator => declareField(span, options);

/** The bounds leave a distance. */
export const AtLeastUpToAtMost = Rule({
  schema: {},
  problems: (value) => {
    const { atLeast, atMost } = boundsOfTiming(value as unknown as Timing);
    return atMost === null || atLeast <= atMost
      ? NO_PROBLEMS
      : [{ pointer: '/atMost', detail: `should be no less than "atLeast", which is ${value.atLeast}` }];
  },
});

/** @throws {Refusal} timing-limit */
export function checkTimingLimit(timing: unknown): void {
  if (!Array.isArray(timing) || timing.length <= MAX_TIMINGS) return;
  throw new Refusal(
    'timing-limit',
    `A development is timed after at most ${MAX_TIMINGS} others, not ${timing.length}: keep those that say most.`,
  );
}

/** Timings after a development that an earlier one names. Pointers begin with `base`. */
export function repeatedTimings(timing: readonly Timing[] = [], base: string): readonly FieldError[] {
  const targets = timing.map(({ after }) => after);
  return targets.flatMap((after, index) => {
    const first = targets.indexOf(after);
    const detail = `names the same development as timing ${first}: state the narrowest bounds once`;
    return first === index ? [] : [{ pointer: `${base}/timing/${index}/after`, detail }];
  });
}

/** Timings after the development itself. Pointers begin with `base`. */
export const timingsAfterItself = (id: string, timing: readonly Timing[] = [], base: string): readonly FieldError[] =>
  timing.flatMap(({ after }, index) =>
    after === id
      ? [{ pointer: `${base}/timing/${index}/after`, detail: 'should be another development; it is this one' }]
      : [],
  );
