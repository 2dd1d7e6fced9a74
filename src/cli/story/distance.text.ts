import { boundsOfTiming, type Timing } from '../../developments/timing.js';

/** How long after another one something happened, to stand before its title: `2 to 9 days after`. */
export function distanceText(timing: Timing): string {
  const { atLeast, atMost } = boundsOfTiming(timing);
  if (atMost === null) return atLeast === 0 ? 'not before' : `at least ${days(atLeast)} after`;
  if (atMost === 0) return 'on the same day as';
  if (atLeast === atMost) return `${days(atMost)} after`;
  return atLeast === 0 ? `at most ${days(atMost)} after` : `${atLeast} to ${days(atMost)} after`;
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
