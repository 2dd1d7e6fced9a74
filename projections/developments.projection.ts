import { kindNamed } from '../src/developments/kinds/index.js';
import type { RecordedEvent } from '../src/event-store/event-store.js';
import { type Development, ownChange } from './change.js';
import { concerning } from './concern.js';
import type { Projection, Sql } from './projection.js';
import { moveSpans, type Span } from './spans.js';

const MENTIONS = {
  open: 'INSERT INTO mentions (target, role, dev, known_from) VALUES (?, ?, ?, ?)',
  close: 'UPDATE mentions SET known_to = ? WHERE target = ? AND role = ? AND dev = ? AND known_to IS NULL',
};

/** Developments in every version, and who mentions whom. */
export const developmentsProjection: Projection = {
  name: 'developments',
  version: 2,
  tables: `
    CREATE TABLE developments (dev INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
    CREATE TABLE versions (
      position INTEGER PRIMARY KEY, dev INTEGER NOT NULL, revision INTEGER NOT NULL, recorded_at TEXT NOT NULL,
      retracted INTEGER NOT NULL, event TEXT NOT NULL, doc TEXT NOT NULL);
    CREATE INDEX versions_by_development ON versions (dev, position);
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
  },
};

function storeVersion(event: RecordedEvent, { order, id, state }: Development, sql: Sql): void {
  const { version, sources, sourcesErased, revision, retracted } = state;
  if (revision === 0) sql.run('INSERT INTO developments VALUES (?, ?)', order, id);
  sql.run(
    'INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?)',
    event.position,
    order,
    revision,
    event.recordedAt,
    retracted ? 1 : 0,
    JSON.stringify(eventNote(event)),
    JSON.stringify({ version, sources, sourcesErased }),
  );
}

/** What a history says of an event beside the version it led to. */
function eventNote({ envelope, data, erased }: RecordedEvent): object {
  const note = { type: envelope.type, actor: envelope.actor, ...(erased && { payloadErased: true }) };
  if (envelope.revision === 0) return note;
  const { reason, cause, changed, source, sources = source && [source] } = data;
  return { ...note, reason, cause, changed, sources };
}

function mentionsOf({ order, state }: Development): readonly Span[] {
  const { kind, details, replaces, timing = [] } = state.version;
  const fine = kindNamed(kind)?.fine?.(details);
  return [
    ...(fine === undefined ? [] : [{ key: [fine, 'fine', order] }]),
    ...timing.map(({ after }) => ({ key: [after, 'after', order] })),
    ...(replaces === undefined ? [] : [{ key: [replaces, 'replaces', order] }]),
  ];
}
