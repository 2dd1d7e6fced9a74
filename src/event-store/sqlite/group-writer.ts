import type Database from 'better-sqlite3';
import type { CommittedGroup } from '../committed-group.js';
import { RevisionConflict } from '../errors.js';
import type { PreparedAppend } from '../prepared-append.js';
import type { Outcome } from './append-queue.js';
import { eventWriter, textsOf, type Written } from './event-writer.js';

/** Stores groups of appends durably, each in one transaction, in the order in which they are handed over. */
export interface GroupWriter {
  /** @returns what became of each, in order. @throws if none was stored, or nobody knows */
  write(appends: readonly PreparedAppend[]): Promise<readonly Outcome[]>;
  /** To be called once nothing is under way. */
  close(): Promise<void>;
}

/** Writes on the thread that answers, which waits meanwhile. */
export function writerHere(database: Database.Database, onGroup?: (group: CommittedGroup) => void): GroupWriter {
  const write = eventWriter(database, onGroup);
  return {
    write: async (appends) => outcomesOf(appends, write(appends.map(textsOf))),
    close: async () => undefined,
  };
}

export const outcomesOf = (appends: readonly PreparedAppend[], written: readonly Written[]): readonly Outcome[] =>
  appends.map(({ stream, expectedRevision }, index) => {
    const each = written[index] as Written;
    return 'actual' in each ? new RevisionConflict(stream, expectedRevision, each.actual) : each;
  });
