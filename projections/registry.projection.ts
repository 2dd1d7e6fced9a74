import { concerning } from './concern.js';
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
  apply(stored, sql) {
    const concern = concerning(['entity', 'matter'], stored);
    if (!concern) return;
    const { of, name: slug, event } = concern;
    const { envelope, position, recordedAt, data } = event;
    const { stream, revision, type } = envelope;
    switch (`${of} ${type}`) {
      case 'entity EntityRegistered':
        sql.run('INSERT INTO entities VALUES (?, ?, ?)', slug, data.type as string, position);
        break;
      case 'matter MatterOpened':
        sql.run('INSERT INTO matters VALUES (?, ?)', slug, position);
        break;
      case 'entity EntityRevised':
      case 'matter MatterRevised':
        break;
      default:
        throw new Error(`the stream of a registered ${of} holds no ${type}`);
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
