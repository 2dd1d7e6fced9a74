import type Database from 'better-sqlite3';
import type { CommittedGroup } from '../committed-group.js';
import { type Appended, NO_STREAM } from '../event-store.js';
import type { PreparedAppend } from '../prepared-append.js';

/** What is stored of an append, in texts alone: it may have to go to another thread. */
export interface AppendTexts {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly events: readonly {
    readonly recordedAt: number;
    readonly leaf: string;
    readonly envelope: string;
    readonly salt: string;
    readonly data: string;
  }[];
}

/** Where an append ended, or the revision its stream is at instead of the expected one. */
export type Written = Appended | { readonly actual: number };

export const textsOf = ({ stream, expectedRevision, events }: PreparedAppend): AppendTexts => ({
  stream,
  expectedRevision,
  events: events.map(({ event: { salt }, recordedAt, leaf, envelope, data }) => ({
    recordedAt,
    leaf,
    envelope,
    salt,
    data,
  })),
});

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
): (appends: readonly AppendTexts[]) => readonly Written[] {
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

  const writeAll = (appends: readonly AppendTexts[]): readonly Written[] => {
    let { seq, recorded_at: recordedAt } = last.get() ?? { seq: 0, recorded_at: Number.NEGATIVE_INFINITY };
    return appends.map(({ stream, expectedRevision, events }) => {
      const actual = revisionOf.get(stream) ?? NO_STREAM;
      if (actual !== expectedRevision) return { actual };
      let revision = actual;
      for (const { envelope, salt, data, ...event } of events) {
        seq += 1;
        revision += 1;
        recordedAt = Math.max(recordedAt, event.recordedAt);
        insert.run(seq, stream, revision, recordedAt, Buffer.from(event.leaf, 'hex'), envelope, salt, data);
      }
      return { revision, position: seq, recordedAt: new Date(recordedAt).toISOString() };
    });
  };

  return (appends) => {
    const began = performance.now();
    let written = began;
    let outcomes: readonly Written[] | undefined;
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
  appends: readonly AppendTexts[],
  outcomes: readonly Written[] | undefined,
  began: number,
  written: number,
): CommittedGroup {
  const now = performance.now();
  const stored = appends.filter((_, index) => outcomes && 'position' in (outcomes[index] as Written));
  return {
    stored: stored.length,
    refused: outcomes ? appends.length - stored.length : 0,
    failed: outcomes ? 0 : appends.length,
    events: stored.reduce((sum, { events }) => sum + events.length, 0),
    seconds: (now - began) / 1_000,
    syncSeconds: (now - written) / 1_000,
  };
}
