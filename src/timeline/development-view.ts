import { WHEN } from '../../projections/dates.js';
import type { Sql } from '../../projections/projection.js';
import type { DevelopmentState, Version } from '../developments/events.js';
import { kindNamed } from '../developments/kinds/index.js';
import type { Timing } from '../developments/timing.js';
import type { JsonObject } from '../event-store/canonical.js';
import { formatDay } from '../time/day.js';
import { parseEdtf } from '../time/edtf.js';

interface VersionRow {
  readonly dev: number;
  readonly id: string;
  readonly position: number;
  readonly revision: number;
  readonly recorded_at: string;
  readonly retracted: number;
  readonly event: string;
  readonly doc: string;
  /** Days, as bonds leave them; null where nothing ever bound it. */
  readonly first: number | null;
  readonly last: number | null;
}

/** What an event of a development's stream says beside the version it led to. */
export interface EventNote {
  readonly type: string;
  readonly actor: string;
  readonly reason?: string;
  readonly cause?: string;
  readonly changed?: readonly string[];
  readonly sources?: readonly JsonObject[];
  /** What else it said was erased. */
  readonly payloadErased?: true;
}

/** A development as answers show it, in one version. */
export interface DevelopmentView extends Omit<Version, 'timing' | 'erased'> {
  readonly id: string;
  readonly revision: number;
  /** One line for people. */
  readonly summary: string;
  readonly earliest: string;
  readonly latest: string;
  readonly timing: readonly Timing[];
  readonly sources: readonly JsonObject[];
  /** Present where nobody said where it was read. */
  readonly unsourced?: true;
  /** Present where events were erased that named other sources, or may have. */
  readonly sourcesErased?: true;
  /** Present where what was stated was erased, and this only stands for it. */
  readonly payloadErased?: true;
  readonly retracted: boolean;
  readonly position: string;
  readonly recordedAt: string;
}

/** Versions of developments with the days that were left to each at a position. */
const versionsKnownAt = (position: string): string =>
  `SELECT v.dev, d.id, v.position, v.revision, v.recorded_at, v.retracted, v.event, v.doc, n.first, n.last
   FROM developments d JOIN versions v ON v.dev = d.dev
   LEFT JOIN nodes n ON n.dev = v.dev AND n.node = '${WHEN}' AND n.known_from <= ${position}
     AND (n.known_to IS NULL OR n.known_to > ${position})`;

const LATEST = `WITH k(position) AS (SELECT ?) ${versionsKnownAt('(SELECT position FROM k)')}
  WHERE v.dev = ? AND v.position <= (SELECT position FROM k) ORDER BY v.position DESC LIMIT 1`;
const FIRST = 'SELECT recorded_at FROM versions WHERE position = ?';
const ALL = `${versionsKnownAt('v.position')} WHERE d.id = ? AND v.position <= ? ORDER BY v.position`;

/** Those of first versions that were recorded so many days after the last on which the development may have happened. */
const FOUND = `${versionsKnownAt('v.position')}
  WHERE v.position > ? AND v.position <= ? AND (v.revision > 0 OR unixepoch(v.recorded_at) / 86400 - (
    SELECT t.latest FROM timeline t WHERE t.dev = v.dev AND t.scope = '' AND t.known_from = v.position) > ?)
  ORDER BY v.position`;

/** A version with its development's place in log order and the event that led to it. */
export interface VersionFound {
  readonly dev: number;
  readonly view: DevelopmentView;
  readonly note: EventNote;
}

/** In log order after a position, up to another: later versions, and first ones recorded more than `days` days late. */
export function versionsFound(sql: Sql, after: number, until: number, days: number): readonly VersionFound[] {
  return sql
    .all<VersionRow>(FOUND, after, until, days)
    .map((row) => ({ dev: row.dev, view: viewOf(row), note: JSON.parse(row.event) }));
}

/** The version of a development (by its place in log order) known at a position. */
export function versionOf(sql: Sql, dev: number, position: number): DevelopmentView | undefined {
  const row = sql.get<VersionRow>(LATEST, position, dev);
  return row && viewOf(row);
}

/** A development in its latest version, how it came to be told so, and when it was first. */
export interface DevelopmentNews extends VersionFound {
  /** When the development was first recorded. */
  readonly firstRecordedAt: string;
}

/** What was last recorded of a development (by its place in log order) at a position. */
export function newsOf(sql: Sql, dev: number, position: number): DevelopmentNews | undefined {
  const row = sql.get<VersionRow>(LATEST, position, dev);
  const first = sql.get<{ recorded_at: string }>(FIRST, dev);
  return row && first && { dev, view: viewOf(row), note: JSON.parse(row.event), firstRecordedAt: first.recorded_at };
}

/** Every version of a development known at a position, first to last, with the events that led to them. */
export function versionsOf(
  sql: Sql,
  id: string,
  position: number,
): readonly { view: DevelopmentView; note: EventNote }[] {
  return sql.all<VersionRow>(ALL, id, position).map((row) => ({ view: viewOf(row), note: JSON.parse(row.event) }));
}

/** The place in log order of a development known at a position. */
export const orderOf = (sql: Sql, id: string, position: number): number | undefined =>
  sql.get<{ dev: number }>('SELECT dev FROM developments WHERE id = ? AND dev <= ?', id, position)?.dev;

function viewOf({ id, position, revision, recorded_at, retracted, doc, first, last }: VersionRow): DevelopmentView {
  const { version, sources, sourcesErased } = JSON.parse(doc) as Pick<
    DevelopmentState,
    'version' | 'sources' | 'sourcesErased'
  >;
  const { kind, title, when, matter, timing = [], details, note, replaces, erased } = version;
  const { earliest, latest } = parseEdtf(when);
  return {
    id,
    revision,
    kind,
    title,
    summary: kindNamed(kind)?.summary(details) ?? '',
    when,
    earliest: formatDay(first ?? earliest),
    latest: formatDay(last ?? latest),
    ...(matter !== undefined && { matter }),
    timing,
    details,
    sources,
    ...(sourcesErased ? { sourcesErased } : sources.length === 0 && { unsourced: true }),
    ...(erased && { payloadErased: true }),
    ...(note !== undefined && { note }),
    ...(replaces !== undefined && { replaces }),
    retracted: retracted === 1,
    position: String(position),
    recordedAt: recorded_at,
  };
}
