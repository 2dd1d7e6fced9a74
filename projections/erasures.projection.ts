import { type Development, ownChange } from './change.js';
import { concerning } from './concern.js';
import type { Projection } from './projection.js';
import { moveSpans, type Span } from './spans.js';

const ERASURES = {
  open: 'INSERT INTO erasures (dev, known_from) VALUES (?, ?)',
  close: 'UPDATE erasures SET known_to = ? WHERE dev = ? AND known_to IS NULL',
};

/** What is told of erasures once there is another: which one it is, and the sum of the positions up to it. */
const NEXT = `INSERT INTO erased_payloads (position, number, sum)
  SELECT ?, coalesce(max(number), 0) + 1, coalesce(max(sum), 0) + ? FROM erased_payloads`;

/**
 * Developments of which nobody knows what was stated last: no answer can rest on that any longer. And every event whose
 * payload was erased: by these a log is told from what it was before.
 */
export const erasuresProjection: Projection = {
  name: 'erasures',
  version: 2,
  reads: ['developments'],
  tables: `
    CREATE TABLE erasures (
      dev INTEGER NOT NULL, known_from INTEGER NOT NULL, known_to INTEGER,
      PRIMARY KEY (dev, known_from)) WITHOUT ROWID;
    CREATE TABLE erased_payloads (position INTEGER PRIMARY KEY, number INTEGER NOT NULL, sum INTEGER NOT NULL);`,
  apply(stored, sql) {
    const concern = concerning(['development'], stored);
    if (!concern) return;
    if (stored.erased) sql.run(NEXT, stored.position, stored.position);
    const { name: id, event } = concern;
    moveSpans(ownChange(event, id, sql), erasureRows, ERASURES, event.position, sql);
  },
};

const erasureRows = ({ order, state }: Development): readonly Span[] =>
  state.version.erased ? [{ key: [order] }] : [];
