import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { dayNumber, dayText } from './days.js';
import { evenScale, type Scale, stretchedScale } from './scale.js';

/** The axes that the sliders and the drawings share. */
export interface Axis {
  readonly scale: Scale;
  /** Days on which something changes, as known at the position; and positions that taught something. */
  readonly days: readonly number[];
  readonly positions: readonly number[];
  /** Where the axis of what was known ends, as knownAt; undefined: at the head of the log. */
  readonly horizon?: string;
  /** Whether it is known where it begins and ends. */
  readonly isReady: boolean;
  /** The day that is asked about. */
  readonly day?: number;
}

export const AxisContext = createContext<Axis>({ scale: evenScale(0, 1), days: [], positions: [], isReady: false });

export const useAxis = (): Axis => useContext(AxisContext);

/** More changes than these leave no gap to stretch. */
const MOST_STRETCHED = 300;

/**
 * From the year before anything changed to the end of the year in which it did last, or to the last of `reached`.
 * @param reached days that must be on it, such as the one asked about
 */
export function axisOver(days: readonly number[], reached: readonly string[], isEven: boolean): Scale {
  const all = [...days, ...reached.map(dayNumber)];
  const first = Math.min(...all);
  const last = Math.max(...all);
  const from = dayNumber(`${yearOf(first - 366)}-01-01`);
  const to = days.length > 0 && Math.max(...days) === last ? dayNumber(`${yearOf(last)}-12-31`) : last;
  return isEven || days.length > MOST_STRETCHED ? evenScale(from, to) : stretchedScale(from, to, days);
}

const yearOf = (day: number): string => dayText(Math.max(day, dayNumber('0001-01-01'))).slice(0, 4);
