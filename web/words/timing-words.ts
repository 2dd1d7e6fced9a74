import type { Schemas } from '../asking/answers.js';
import type { Words } from './words-in.js';

/** Days of an ISO 8601 duration of whole days or weeks. */
function daysOf(duration: string): number {
  const [, count = '0', unit] = /^P(\d+)([DW])$/.exec(duration) ?? [];
  return Number(count) * (unit === 'W' ? 7 : 1);
}

/** How many days lie between, in words. */
export function distanceWords(atLeast: string | undefined, atMost: string | undefined, { say }: Words): string {
  const least = daysOf(atLeast ?? 'P0D');
  if (atMost === undefined) return least === 0 ? say('timing.any') : say('timing.least', { least });
  const most = daysOf(atMost);
  return least === 0 ? say('timing.most', { most }) : say('timing.between', { least, most });
}

/** One development dated by another, as a sentence. */
export function timingWords(timing: Schemas['DecisiveTiming'], words: Words): string {
  return words.say('timing.sentence', {
    of: timing.of.title,
    distance: distanceWords(timing.atLeast, timing.atMost, words),
    after: timing.after.title,
    when: words.dates.shortRange(timing.after.earliest, timing.after.latest),
  });
}
