import type { Projection } from './projection.js';

/** Entities and matters, every version of them. */
export const registryProjection: Projection = {
  name: 'registry',
  version: 1,
  tables: `
    CREATE TABLE entities (slug TEXT PRIMARY KEY, type TEXT NOT NULL, known_from INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX entities_by_type ON entities (type, slug);
    CREATE TABLE matters (slug TEXT PRIMARY KEY, known_from INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE registry_versions (
      stream TEXT NOT NULL, position INTEGER NOT NULL, revision INTEGER NOT NULL, recorded_at TEXT NOT NULL,
      doc TEXT NOT NULL, PRIMARY KEY (stream, position)) WITHOUT ROWID;`,
  apply({ envelope, position, recordedAt, data }, sql) {
    const { stream, revision, type } = envelope;
    const slug = stream.slice(stream.indexOf('-') + 1);
    switch (type) {
      case 'EntityRegistered':
        sql.run('INSERT INTO entities VALUES (?, ?, ?)', slug, data.type as string, position);
        break;
      case 'MatterOpened':
        sql.run('INSERT INTO matters VALUES (?, ?)', slug, position);
        break;
      case 'EntityRevised':
      case 'MatterRevised':
        break;
      default:
        return;
    }
    sql.run(
      'INSERT INTO registry_versions VALUES (?, ?, ?, ?, ?)',
      stream,
      position,
      revision,
      recordedAt,
      JSON.stringify(data),
    );
  },
};
