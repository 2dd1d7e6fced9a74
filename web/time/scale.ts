import { dayText } from './days.js';

/** An axis of days: where on it, from 0 to 1, a day is, and which day is there. */
export interface Scale {
  readonly first: number;
  readonly last: number;
  at(day: number): number;
  dayAt(share: number): number;
}

/** Every day as wide as any other. */
export function evenScale(first: number, last: number): Scale {
  const width = Math.max(1, last - first);
  return {
    first,
    last,
    at: (day) => clamp((day - first) / width),
    dayAt: (share) => Math.round(first + clamp(share) * width),
  };
}

/**
 * Wide where much changed and narrow where nothing did: between two neighbouring changes, days are even, and the gap
 * is as wide as the logarithm of how many there are. @param changes days, in any order
 */
export function stretchedScale(first: number, last: number, changes: readonly number[]): Scale {
  const inside = changes.filter((day) => day > first && day < last);
  const knots = [...new Set([first, ...inside, Math.max(last, first + 1)])].sort((a, b) => a - b);
  const places = [0];
  for (let i = 1; i < knots.length; i++) {
    places.push((places[i - 1] ?? 0) + Math.log2(1 + (knots[i] ?? 0) - (knots[i - 1] ?? 0)));
  }
  const total = places[places.length - 1] ?? 1;
  const between = (value: number, from: readonly number[], to: readonly number[]): number => {
    let i = 1;
    while (i < from.length - 1 && (from[i] ?? 0) < value) i++;
    const [a = 0, b = 1, c = 0, d = 1] = [from[i - 1], from[i], to[i - 1], to[i]];
    return c + ((value - a) / (b - a)) * (d - c);
  };
  return {
    first,
    last,
    at: (day) => clamp(between(day, knots, places) / total),
    dayAt: (share) => Math.round(between(clamp(share) * total, places, knots)),
  };
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

/** Something to write under an axis. */
export interface Tick {
  readonly day: number;
  readonly text: string;
  readonly at: number;
}

/** An axis of so many days has days under it. */
const SHORT = 130;

/**
 * Years, and months and days where there is room for them: no two ticks closer than a share of the axis.
 * @param room how much of the axis a text takes, from 0 to 1
 */
export function ticksOf(scale: Scale, room: number): readonly Tick[] {
  const taken: Tick[] = [];
  const put = (day: number, text: string): void => {
    const at = scale.at(day);
    if (day < scale.first || day > scale.last || at > 1 - room * 0.8) return;
    if (taken.every((tick) => Math.abs(tick.at - at) >= room)) taken.push({ day, text, at });
  };
  const year = (day: number): number => new Date(day * 86_400_000).getUTCFullYear();
  const from = year(scale.first);
  const to = year(scale.last);
  const step = Math.max(1, Math.ceil((to - from) / 400));
  for (let each = from; each <= to; each += step) put(day(each, 0), String(each));
  if (to - from <= 60) {
    for (let each = from; each <= to; each++) {
      for (let month = 1; month < 12; month++) put(day(each, month), dayText(day(each, month)).slice(0, 7));
    }
  }
  if (scale.last - scale.first <= SHORT) {
    for (let each = scale.first; each <= scale.last; each++) {
      const text = dayText(each).slice(5);
      if (/-(05|10|15|20|25)$/.test(text)) put(each, text);
    }
  }
  return taken.sort((a, b) => a.day - b.day);
}

const day = (year: number, month: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return Math.round(date.getTime() / 86_400_000);
};
