import { daysOf, type Timing } from '../developments/timing.js';

/** How it lies to another development. */
export function timingText({ atLeast, atMost }: Timing, other: string): string {
  const [least, most] = [atLeast, atMost].map((span) => (span === undefined ? undefined : daysOf(span)));
  if (most !== undefined) return `${least ? `${least} to ${most}` : `at most ${most}`} days after ${other}`;
  return least ? `at least ${least} days after ${other}` : `after ${other}`;
}
