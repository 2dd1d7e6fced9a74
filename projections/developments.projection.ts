import { kindNamed, referencesOf } from '../src/developments/kinds/index.js';
import type { RecordedEvent } from '../src/event-store/event-store.js';
import { parseEdtf } from '../src/time/edtf.js';
import { type Change, changesOf, type Development, ownChange } from './change.js';
import { concerning } from './concern.js';
import type { Projection, Sql } from './projection.js';
import { moveSpans, type Span } from './spans.js';

const TIMELINE = {
  open: 'INSERT INTO timeline (scope, earliest, latest, dev, retracted, known_from) VALUES (?, ?, ?, ?, ?, ?)',
  close: `UPDATE timeline SET known_to = ? WHERE scope = ? AND earliest = ? AND latest = ? AND dev = ? AND retracted = ?
          AND known_to IS NULL`,
};
const MENTIONS = {
  open: 'INSERT INTO mentions (target, role, dev, known_from) VALUES (?, ?, ?, ?)',
  close: 'UPDATE mentions SET known_to = ? WHERE target = ? AND role = ? AND dev = ? AND known_to IS NULL',
};

/** Developments in every version, ordered by when they happened, and who mentions whom. */
export const developmentsProjection: Projection = {
  name: 'developments',
  version: 1,
  tables: `
    CREATE TABLE developments (dev INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
    CREATE TABLE versions (
      position INTEGER PRIMARY KEY, dev INTEGER NOT NULL, revision INTEGER NOT NULL, recorded_at TEXT NOT NULL,
      retracted INTEGER NOT NULL, event TEXT NOT NULL, doc TEXT NOT NULL);
    CREATE INDEX versions_by_development ON versions (dev, position);
    CREATE TABLE timeline (
      scope TEXT NOT NULL, earliest INTEGER NOT NULL, latest INTEGER NOT NULL, dev INTEGER NOT NULL,
      known_from INTEGER NOT NULL, known_to INTEGER, retracted INTEGER NOT NULL,
      PRIMARY KEY (scope, earliest, latest, dev, known_from)) WITHOUT ROWID;
    CREATE TABLE mentions (
      target TEXT NOT NULL, role TEXT NOT NULL, dev INTEGER NOT NULL, known_from INTEGER NOT NULL, known_to INTEGER,
      PRIMARY KEY (target, dev, role, known_from)) WITHOUT ROWID;`,
  apply(stored, sql) {
    const concern = concerning(['development'], stored);
    if (!concern) return;
    const { name: id, event } = concern;
    const own = ownChange(event, id, sql);
    storeVersion(event, own.after, sql);
    moveSpans(own, mentionsOf, MENTIONS, event.position, sql);
    for (const change of changesOf(event, id, sql)) indexOnTimeline(change, event.position, sql);
  },
};

function storeVersion(event: RecordedEvent, { order, id, state }: Development, sql: Sql): void {
  const { version, sources, revision, retracted } = state;
  if (revision === 0) sql.run('INSERT INTO developments VALUES (?, ?)', order, id);
  sql.run(
    'INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?)',
    event.position,
    order,
    revision,
    event.recordedAt,
    retracted ? 1 : 0,
    JSON.stringify(eventNote(event)),
    JSON.stringify({ version, sources }),
  );
}

/** What a history says of an event beside the version it led to. */
function eventNote({ envelope, data }: RecordedEvent): object {
  const note = { type: envelope.type, actor: envelope.actor };
  if (envelope.revision === 0) return note;
  const { reason, cause, changed, source, sources = source && [source] } = data;
  return { ...note, reason, cause, changed, sources };
}

function mentionsOf({ order, state }: Development): readonly Span[] {
  const { kind, details, replaces } = state.version;
  const fine = kindNamed(kind)?.fine?.(details);
  return [
    ...(fine === undefined ? [] : [{ key: [fine, 'fine', order] }]),
    ...(replaces === undefined ? [] : [{ key: [replaces, 'replaces', order] }]),
  ];
}

const indexOnTimeline = (change: Change, position: number, sql: Sql): void =>
  moveSpans(change, timelineRows, TIMELINE, position, sql);

function timelineRows(development: Development): readonly Span[] {
  const { order, state } = development;
  const { earliest, latest } = parseEdtf(state.version.when);
  const at = [earliest, latest, order, state.retracted ? 1 : 0];
  return [...scopesOf(development)].map((scope) => ({ key: [scope, ...at] }));
}

/** Under what a development is found; a change to a fine under all that the fine is. */
export function scopesOf({ state, fine }: Development): ReadonlySet<string> {
  const { kind, details, matter } = state.version;
  const own = referencesOf(kind, details);
  const entities = [
    ...own.entities,
    ...(fine ? referencesOf(fine.state.version.kind, fine.state.version.details).entities : []),
  ];
  return new Set([
    '',
    `kind:${kind}`,
    ...(matter === undefined ? [] : [`matter:${matter}`]),
    ...own.matters.map(({ slug }) => `matter:${slug}`),
    ...entities.map(({ slug }) => `entity:${slug}`),
  ]);
}
