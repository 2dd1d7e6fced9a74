import { type Development, ownChange } from './change.js';
import { concerning } from './concern.js';
import type { Projection } from './projection.js';
import { moveSpans, type Span } from './spans.js';

const ERASURES = {
  open: 'INSERT INTO erasures (dev, known_from) VALUES (?, ?)',
  close: 'UPDATE erasures SET known_to = ? WHERE dev = ? AND known_to IS NULL',
};

/** Developments of which nobody knows what was stated last: no answer can rest on that any longer. */
export const erasuresProjection: Projection = {
  name: 'erasures',
  version: 1,
  reads: ['developments'],
  tables: `
    CREATE TABLE erasures (
      dev INTEGER NOT NULL, known_from INTEGER NOT NULL, known_to INTEGER,
      PRIMARY KEY (dev, known_from)) WITHOUT ROWID;`,
  apply(stored, sql) {
    const concern = concerning(['development'], stored);
    if (!concern) return;
    const { name: id, event } = concern;
    moveSpans(ownChange(event, id, sql), erasureRows, ERASURES, event.position, sql);
  },
};

const erasureRows = ({ order, state }: Development): readonly Span[] =>
  state.version.erased ? [{ key: [order] }] : [];
