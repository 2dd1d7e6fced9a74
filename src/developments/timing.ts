import type { JsonObject } from '../event-store/canonical.js';
import { type FieldError, Refusal } from '../refusal.js';
import { DurationError, formatDuration, parseDuration } from '../time/duration.js';

/** The development's `when` minus that of `after` lies in [atLeast, atMost] days; null is no bound. */
export interface Timing {
  readonly after: string;
  readonly atLeast: number;
  readonly atMost: number | null;
}

const MAX_TIMINGS = 32;
const MAX_GROUP = 500;

/** A timing as it is recorded, in days. @throws {DurationError} */
export function timingOf({ after, atLeast = 'P0D', atMost = null }: JsonObject): Timing {
  return {
    after: String(after),
    atLeast: parseDuration(String(atLeast)),
    atMost: atMost === null ? null : parseDuration(String(atMost)),
  };
}

/** A timing as it would be recorded, without what goes without saying. */
export const writtenTiming = ({ after, atLeast, atMost }: Timing): JsonObject => ({
  after,
  ...(atLeast > 0 && { atLeast: formatDuration(atLeast) }),
  ...(atMost !== null && { atMost: formatDuration(atMost) }),
});

/** What is wrong with timings whose fields are all of the right sort; pointers below `base`. */
export function timingErrors(timing: readonly JsonObject[], base: string): readonly FieldError[] {
  return timing.flatMap((each, index) => {
    const errors = ['atLeast', 'atMost'].flatMap((field) => durationErrors(each, field, `${base}/timing/${index}`));
    if (errors.length > 0) return errors;
    const { atLeast, atMost } = timingOf(each);
    if (atMost === null || atLeast <= atMost) return [];
    const detail = `(${each.atMost}) is shorter than atLeast (${each.atLeast}): no day lies between`;
    return [{ pointer: `${base}/timing/${index}/atMost`, detail }];
  });
}

function durationErrors(timing: JsonObject, field: string, base: string): readonly FieldError[] {
  const text = timing[field];
  if (text === undefined) return [];
  try {
    parseDuration(String(text));
    return [];
  } catch (error) {
    if (!(error instanceof DurationError)) throw error;
    return [{ pointer: `${base}/${field}`, detail: error.message }];
  }
}

/**
 * @param timings of one development
 * @param group the nodes that timings and built-in orderings would connect with it
 * @throws {Refusal} timing-limit
 */
export function checkTimingLimits(timings: number, group: number): void {
  if (timings > MAX_TIMINGS) {
    const detail = `A development is timed after at most ${MAX_TIMINGS} others; this one has ${timings} timings.`;
    throw new Refusal('timing-limit', `${detail} Keep those that bound its date most closely.`);
  }
  if (group <= MAX_GROUP) return;
  throw new Refusal(
    'timing-limit',
    `Timings may connect at most ${MAX_GROUP} dates with one another; these would connect ${group}. ` +
      'Leave out the timing after a development whose own date is exact, and narrow `when` instead.',
  );
}
