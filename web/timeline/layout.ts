import type { Development } from '../asking/answers.js';
import { dayNumber } from '../time/days.js';
import type { Scale } from '../time/scale.js';

export type Lanes = 'matter' | 'authority';

export interface Lane {
  /** The slug of a matter or of an authority; empty for those that have none. */
  readonly key: string;
  readonly developments: readonly Development[];
}

/** One lane for each matter or authority, in the order in which they first appear. */
export function lanesOf(developments: readonly Development[], by: Lanes): readonly Lane[] {
  const lanes = new Map<string, Development[]>();
  for (const development of developments) {
    const key = laneOf(development, by);
    const lane = lanes.get(key) ?? [];
    lane.push(development);
    lanes.set(key, lane);
  }
  const known = [...lanes].filter(([key]) => key !== '');
  const rest = [...lanes].filter(([key]) => key === '');
  return [...known, ...rest].map(([key, each]) => ({ key, developments: each }));
}

function laneOf({ matter = '', details }: Development, by: Lanes): string {
  if (by === 'matter') return matter;
  return 'authority' in details && typeof details.authority === 'string' ? details.authority : '';
}

/** Where a range of days is drawn, as shares of the axis, and where its words go. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  /** It goes on beyond the axis: nobody said since when, or until when. */
  readonly opensLeft: boolean;
  readonly opensRight: boolean;
  readonly label: 'inside' | 'after' | 'before';
  /** How much room the words have. */
  readonly room: number;
}

/** A bar wider than this has room for words. */
const ROOMY = 0.42;
/** Words begin left of this, and end right of it. */
const MIDDLE = 0.56;

export function barOf({ earliest, latest }: Pick<Development, 'earliest' | 'latest'>, scale: Scale): Bar {
  const [first, last] = [dayNumber(earliest), dayNumber(latest)];
  const from = scale.at(first);
  const to = scale.at(last + 1);
  const label = to - from >= ROOMY ? 'inside' : to <= MIDDLE ? 'after' : 'before';
  const room = { inside: to - from, after: 1 - to, before: from }[label];
  return { from, to, room, opensLeft: first < scale.first, opensRight: last > scale.last, label };
}

/** Where everything stands, top to bottom, so that arcs can be drawn between rows. Heights in CSS pixels. */
export interface Placed {
  readonly top: ReadonlyMap<string, number>;
  readonly height: number;
}

export function placed(lanes: readonly Lane[], heights: { readonly head: number; readonly row: number }): Placed {
  const top = new Map<string, number>();
  let y = 0;
  for (const { developments } of lanes) {
    y += heights.head;
    for (const { id } of developments) {
      top.set(id, y);
      y += heights.row;
    }
  }
  return { top, height: y };
}

/** Axes of at most so many days are looked at day by day. */
const DAY_BY_DAY = 130;

/** How many developments may have happened at last in each month, or on each day of a short axis. */
export function densityOf(developments: readonly Development[], scale: Scale): ReadonlyMap<string, number> {
  const length = scale.last - scale.first <= DAY_BY_DAY ? 'YYYY-MM-DD'.length : 'YYYY-MM'.length;
  const counts = new Map<string, number>();
  for (const { latest } of developments) {
    const day = dayNumber(latest);
    if (day < scale.first || day > scale.last) continue;
    const span = latest.slice(0, length);
    counts.set(span, (counts.get(span) ?? 0) + 1);
  }
  return counts;
}
