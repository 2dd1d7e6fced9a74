import { formatDay, parseDay } from '../../../src/time/day.js';
import { NO_BEGINNING, NO_END } from '../../time/days.js';

/** The days of a duration, as somebody writes them; weeks are told in days. */
export function daysAt(duration: unknown): string | undefined {
  const [, count, unit] = /^P(.*)([DW])$/.exec(String(duration ?? '')) ?? [];
  return unit === 'W' && /^\d+$/.test(count ?? '') ? String(Number(count) * 7) : count;
}

/** A day so many days later; undefined where the calendar has none. Open ends stay open. */
export function shifted(day: string, days: string): string | undefined {
  const number = parseDay(day);
  if (number === undefined || !/^\d{1,6}$/.test(days)) return undefined;
  if (day === NO_BEGINNING || day === NO_END) return day;
  try {
    return formatDay(number + Number(days));
  } catch {
    return undefined;
  }
}
