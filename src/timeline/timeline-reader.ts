import type { Sql } from '../../projections/projection.js';
import type { LastKey } from '../answers/page.js';
import type { Day } from '../time/day.js';

/** Where a development stands on the timeline. */
export interface Place {
  readonly earliest: Day;
  readonly latest: Day;
  readonly dev: number;
}

export interface TimelineFilter {
  readonly from: Day;
  readonly to: Day;
  readonly entity?: string;
  readonly matter?: string;
  readonly kind?: string;
  readonly retracted: boolean;
  readonly descending: boolean;
  readonly position: number;
  readonly after?: LastKey;
}

const PAGE = 256;

/**
 * Places known at a position whose range meets [from, to], in order. The narrowest scope that is given is read; the
 * caller checks the others.
 */
export function* placesOnTimeline(sql: Sql, filter: TimelineFilter): Generator<Place> {
  const { from, to, descending, position, retracted } = filter;
  const [beyond, direction] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
  let [earliest, latest, dev] = filter.after ?? (descending ? [to + 1, 0, 0] : [Number.MIN_SAFE_INTEGER, 0, 0]);
  for (;;) {
    const places = sql.all<Place>(
      `SELECT earliest, latest, dev FROM timeline
       WHERE scope = ? AND (earliest, latest, dev) ${beyond} (?, ?, ?) AND earliest <= ? AND latest >= ?
         AND known_from <= ? AND (known_to IS NULL OR known_to > ?) AND retracted <= ?
       ORDER BY earliest ${direction}, latest ${direction}, dev ${direction} LIMIT ?`,
      scopeOf(filter),
      earliest as number,
      latest as number,
      dev as number,
      to,
      from,
      position,
      position,
      retracted ? 1 : 0,
      PAGE,
    );
    yield* places;
    const last = places.at(-1);
    if (last === undefined || places.length < PAGE) return;
    ({ earliest, latest, dev } = last);
  }
}

function scopeOf({ entity, matter, kind }: TimelineFilter): string {
  if (entity !== undefined) return `entity:${entity}`;
  if (matter !== undefined) return `matter:${matter}`;
  return kind === undefined ? '' : `kind:${kind}`;
}
