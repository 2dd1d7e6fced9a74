import type { DateRange } from '../src/time/edtf.js';
import { parseEdtf } from '../src/time/edtf.js';
import { type Change, changesOf, type Development, developmentInOrder, withFine } from './change.js';
import { concerning } from './concern.js';
import { bondsOf, WHEN } from './dates.js';
import type { Projection, Sql } from './projection.js';
import { scopesOf } from './scopes.js';
import { moveSpans, type Span } from './spans.js';

const TIMELINE = {
  open: 'INSERT INTO timeline (scope, earliest, latest, dev, retracted, known_from) VALUES (?, ?, ?, ?, ?, ?)',
  close: `UPDATE timeline SET known_to = ? WHERE scope = ? AND earliest = ? AND latest = ? AND dev = ? AND retracted = ?
          AND known_to IS NULL`,
};
const BOUNDS_AT = `
  SELECT first AS earliest, last AS latest FROM nodes WHERE dev = ? AND node = '${WHEN}' AND known_from <= ?
  AND (known_to IS NULL OR known_to > ?)`;

const MOVED = `SELECT dev FROM nodes WHERE known_from = ? AND node = '${WHEN}' ORDER BY dev`;

/** Developments by what they are about, ordered by when they happened as far as their own and others' dates tell. */
export const timelineProjection: Projection = {
  name: 'timeline',
  version: 1,
  reads: ['developments', 'dates'],
  tables: `
    CREATE TABLE timeline (
      scope TEXT NOT NULL, earliest INTEGER NOT NULL, latest INTEGER NOT NULL, dev INTEGER NOT NULL,
      known_from INTEGER NOT NULL, known_to INTEGER, retracted INTEGER NOT NULL,
      PRIMARY KEY (scope, earliest, latest, dev, known_from)) WITHOUT ROWID;
    CREATE INDEX timeline_by_development ON timeline (dev) WHERE scope = '';`,
  apply(stored, sql) {
    const concern = concerning(['development'], stored);
    if (!concern) return;
    const { name: id, event } = concern;
    const { position } = event;
    const changes = changesOf(event, id, sql);
    const [{ before: known, after: own }] = changes as [Change];
    // Nothing is bound to what is new, and most of it to nothing.
    const isUnbound = known === undefined && bondsOf(own.state).length === 0;
    const boundsAt = isUnbound ? ownBounds : (each: Development, at: number) => boundsLeft(sql, each, at);
    for (const { before, after } of isUnbound ? changes : [...changes, ...movedBeside(changes, position, sql)]) {
      const was = before && { ...before, bounds: boundsAt(before, position - 1) };
      const is = { ...after, bounds: boundsAt(after, position) };
      moveSpans({ before: was, after: is }, timelineRows, TIMELINE, position, sql);
    }
  },
};

/** Those that are as they were, but that their bounds moved. */
function movedBeside(changes: readonly Change[], position: number, sql: Sql): readonly Change[] {
  const moved = sql.all<{ dev: number }>(MOVED, position);
  const others = moved.filter(({ dev }) => !changes.some(({ after }) => after.order === dev));
  return others.map(({ dev }) => {
    const same = withFine(developmentInOrder(sql, dev, position), sql, position);
    return { before: same, after: same };
  });
}

const ownBounds = ({ state }: Development): DateRange => parseEdtf(state.version.when);

/** The days its own date and those it is bound to leave for it. */
const boundsLeft = (sql: Sql, development: Development, position: number): DateRange =>
  sql.get<DateRange>(BOUNDS_AT, development.order, position, position) ?? ownBounds(development);

function timelineRows(development: Development & { readonly bounds: DateRange }): readonly Span[] {
  const { order, state, bounds } = development;
  const at = [bounds.earliest, bounds.latest, order, state.retracted ? 1 : 0];
  return [...scopesOf(development)].map((scope) => ({ key: [scope, ...at] }));
}
