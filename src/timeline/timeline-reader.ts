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
  let [earliest, latest, dev] = filter.after ?? startOf(filter);
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

/**
 * Of some developments the places at which they stand, as `placesOnTimeline` gives them: for a few, without reading
 * what stands between them.
 */
export function placesAmong(sql: Sql, devs: Iterable<number>, filter: TimelineFilter): readonly Place[] {
  const { from, to, descending, position, retracted } = filter;
  const [beyond, direction] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const [earliest, latest, dev] = filter.after ?? startOf(filter);
  return sql.all<Place>(
    `SELECT t.earliest, t.latest, t.dev FROM json_each(?) m CROSS JOIN timeline t ON t.dev = m.value AND t.scope = ''
     CROSS JOIN timeline s
       ON s.scope = ? AND s.earliest = t.earliest AND s.latest = t.latest AND s.dev = t.dev AND s.retracted = t.retracted
     WHERE (t.earliest, t.latest, t.dev) ${beyond} (?, ?, ?) AND t.earliest <= ? AND t.latest >= ?
       AND t.known_from <= ? AND (t.known_to IS NULL OR t.known_to > ?) AND t.retracted <= ?
       AND s.known_from <= ? AND (s.known_to IS NULL OR s.known_to > ?)
     ORDER BY t.earliest ${direction}, t.latest ${direction}, t.dev ${direction}`,
    JSON.stringify([...devs]),
    scopeOf(filter),
    earliest as number,
    latest as number,
    dev as number,
    to,
    from,
    position,
    position,
    retracted ? 1 : 0,
    position,
    position,
  );
}

/** Before everything there is, in the order asked for. */
const startOf = ({ descending, to }: TimelineFilter): LastKey =>
  descending ? [to + 1, 0, 0] : [Number.MIN_SAFE_INTEGER, 0, 0];

/** The narrowest scope that is given. */
export function scopeOf({ entity, matter, kind }: Pick<TimelineFilter, 'entity' | 'matter' | 'kind'>): string {
  if (entity !== undefined) return `entity:${entity}`;
  if (matter !== undefined) return `matter:${matter}`;
  return kind === undefined ? '' : `kind:${kind}`;
}
