/** How a development's `when` lies to that of another one: so many days after it, at least and at most. */
export interface Timing {
  /** The id of the other development. */
  readonly after: string;
  /** ISO 8601 duration in whole days or weeks, `P2D` or `P1W`; `P0D` if left out. */
  readonly atLeast?: string;
  /** No upper bound if left out. */
  readonly atMost?: string;
}

const SPAN = /^P(\d{1,6})([DW])$/;
const DAYS_OF: Readonly<Record<string, number>> = { D: 1, W: 7 };

/** The days of a duration in whole days or weeks; undefined for anything else. */
export function daysOf(span: string): number | undefined {
  const [, count, unit = ''] = SPAN.exec(span) ?? [];
  return count === undefined ? undefined : Number(count) * (DAYS_OF[unit] as number);
}

/** The distance that a valid timing leaves, in days; null for no upper bound. */
export const boundsOfTiming = ({ atLeast = 'P0D', atMost }: Timing): { atLeast: number; atMost: number | null } => ({
  atLeast: daysOf(atLeast) as number,
  atMost: atMost === undefined ? null : (daysOf(atMost) as number),
});
