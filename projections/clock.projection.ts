import type { Projection } from './projection.js';

/** Which positions were recorded when: one row for each record time, since record time never runs backwards. */
export const clockProjection: Projection = {
  name: 'clock',
  version: 1,
  tables: `
    CREATE TABLE clock (recorded_at TEXT PRIMARY KEY, first_position INTEGER NOT NULL UNIQUE) WITHOUT ROWID;`,
  apply(event, sql) {
    sql.run('INSERT OR IGNORE INTO clock VALUES (?, ?)', event.recordedAt, event.position);
  },
};
