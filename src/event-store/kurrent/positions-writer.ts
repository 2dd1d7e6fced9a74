import type Database from 'better-sqlite3';
import { LogDamaged } from '../errors.js';
import type { LimitChange, NumberedEvent } from './positions.js';
import { type StorePoint, storePosition } from './store-point.js';

/**
 * Adds what was numbered, and how far the log was looked through, all of it or nothing.
 * @throws {LogDamaged} where an event doesn't follow the last one of its stream: there was one that is gone
 */
export function positionsWriter(
  database: Database.Database,
): (events: readonly NumberedEvent[], limits: readonly LimitChange[], seen: StorePoint | undefined) => void {
  const insert = database.prepare<[number, bigint, bigint, number]>('INSERT INTO positions VALUES (?, ?, ?, ?)');
  const begin = database.prepare<[string]>('INSERT INTO streams VALUES (?, 0) ON CONFLICT DO NOTHING');
  const advance = database.prepare<[number, string, number]>(
    'UPDATE streams SET revision = ? WHERE stream = ? AND revision = ?',
  );
  const setLast = database.prepare<[string]>(`INSERT OR REPLACE INTO meta VALUES ('last', ?)`);
  const setSeen = database.prepare<[string]>(`INSERT OR REPLACE INTO meta VALUES ('seen', ?)`);
  const limit = database.prepare<[string, string]>('INSERT OR REPLACE INTO limits VALUES (?, ?)');
  const unlimit = database.prepare<[string]>('DELETE FROM limits WHERE stream = ?');

  type Added = Parameters<ReturnType<typeof positionsWriter>>;
  return database.transaction((...[events, limits, seen]: Added) => {
    for (const { position, point, recordedAt, stream, revision } of events) {
      const { changes } = revision === 0 ? begin.run(stream) : advance.run(revision, stream, revision - 1);
      if (changes !== 1) {
        throw new LogDamaged(
          `stream ${stream} has lost events before revision ${revision}: restore the event store from a backup`,
        );
      }
      insert.run(position, point.commit, point.prepare, recordedAt);
    }
    for (const change of limits) {
      if (change.limit === undefined) unlimit.run(change.stream);
      else limit.run(change.stream, change.limit);
    }
    if (seen) setSeen.run(storePosition(seen));
    const last = events.at(-1);
    if (last) setLast.run(JSON.stringify({ stream: last.stream, revision: last.revision, id: last.id }));
  });
}
