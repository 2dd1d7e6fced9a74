import type Database from 'better-sqlite3';
import type { CommittedGroup } from '../committed-group.js';
import { RevisionConflict } from '../errors.js';
import { NO_STREAM } from '../event-store.js';
import type { PreparedAppend } from '../prepared-append.js';
import type { Outcome } from './append-queue.js';

interface LastRow {
  readonly seq: number;
  readonly recorded_at: number;
}

/**
 * Writes appends in one transaction each time. A stale append is refused alone; any other failure takes back all of
 * them and is thrown. The log's end is read from the database every time, so that no failure can leave a wrong one.
 * @param onGroup told of every transaction once it is over
 */
export function eventWriter(
  database: Database.Database,
  onGroup: (group: CommittedGroup) => void = () => undefined,
): (appends: readonly PreparedAppend[]) => readonly Outcome[] {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  const last = database.prepare<[], LastRow>('SELECT seq, recorded_at FROM events ORDER BY seq DESC LIMIT 1');
  const revisionOf = database
    .prepare<[string], number | null>('SELECT max(revision) FROM events WHERE stream = ?')
    .pluck();
  const insert = database.prepare<[number, string, number, number, Buffer, string, string, string]>(
    'INSERT INTO events (seq, stream, revision, recorded_at, leaf, envelope, salt, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );

  const writeAll = (appends: readonly PreparedAppend[]): readonly Outcome[] => {
    let { seq, recorded_at: recordedAt } = last.get() ?? { seq: 0, recorded_at: Number.NEGATIVE_INFINITY };
    return appends.map(({ stream, expectedRevision, events }) => {
      const actual = revisionOf.get(stream) ?? NO_STREAM;
      if (actual !== expectedRevision) return new RevisionConflict(stream, expectedRevision, actual);
      let revision = actual;
      for (const { event, ...prepared } of events) {
        seq += 1;
        revision += 1;
        recordedAt = Math.max(recordedAt, prepared.recordedAt);
        const leaf = Buffer.from(prepared.leaf, 'hex');
        insert.run(seq, stream, revision, recordedAt, leaf, prepared.envelope, event.salt, prepared.data);
      }
      return { revision, position: seq, recordedAt: new Date(recordedAt).toISOString() };
    });
  };

  return (appends) => {
    const began = performance.now();
    let written = began;
    let outcomes: readonly Outcome[] | undefined;
    try {
      begin.run();
      const all = writeAll(appends);
      written = performance.now();
      commit.run();
      outcomes = all;
      return all;
    } catch (error) {
      // Some failures (a full disk, for one) have ended the transaction already.
      if (database.inTransaction) rollback.run();
      throw error;
    } finally {
      onGroup(groupOf(appends, outcomes, began, written));
    }
  };
}

/** @param outcomes undefined if none was stored */
function groupOf(
  appends: readonly PreparedAppend[],
  outcomes: readonly Outcome[] | undefined,
  began: number,
  written: number,
): CommittedGroup {
  const now = performance.now();
  const stored = appends.filter((_, index) => outcomes && !(outcomes[index] instanceof Error));
  return {
    stored: stored.length,
    refused: outcomes ? appends.length - stored.length : 0,
    failed: outcomes ? 0 : appends.length,
    events: stored.reduce((sum, { events }) => sum + events.length, 0),
    seconds: (now - began) / 1_000,
    syncSeconds: (now - written) / 1_000,
  };
}
