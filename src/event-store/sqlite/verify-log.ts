import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { ERASED_TEXT, PAYLOAD_ERASED } from '../erased.js';
import { LogDamaged } from '../errors.js';
import type { Envelope } from '../event-store.js';
import { MissingPayloads } from '../missing-payloads.js';
import { verifyStored } from '../verify-stored.js';
import { PAGE } from './event-reader.js';

interface StoredRow {
  readonly seq: number;
  readonly stream: string;
  readonly revision: number;
  readonly recorded_at: number;
  readonly leaf: string;
  readonly envelope: string;
  readonly salt: string;
  readonly data: string;
}

/**
 * Reads the whole file and every event in it and checks all that can be checked without another copy: SQLite's own
 * structures, positions and revisions without gaps, the columns against the envelopes, canonical texts and hashes.
 * @returns the number of events. @throws {LogDamaged} naming the first fault
 */
export async function verifyLog(database: Database.Database, log: string): Promise<number> {
  const damaged = (what: string) => new LogDamaged(`${database.name} is damaged: ${what}; restore it from a backup`);

  const integrity = database.pragma('integrity_check(1)', { simple: true });
  if (integrity !== 'ok') throw damaged(String(integrity));
  const broken = database
    .prepare<[], string>(
      `SELECT stream FROM events GROUP BY stream HAVING min(revision) <> 0 OR max(revision) <> count(*) - 1 LIMIT 1`,
    )
    .pluck()
    .get();
  if (broken !== undefined) throw damaged(`stream ${broken} has gaps`);

  const page = database.prepare<[number, number], StoredRow>(
    `SELECT seq, stream, revision, recorded_at, lower(hex(leaf)) AS leaf, envelope, salt, data
     FROM events WHERE seq >= ? ORDER BY seq LIMIT ?`,
  );
  const payloads = new MissingPayloads();
  let checked = 0;
  let recordedAt = Number.NEGATIVE_INFINITY;
  for (;;) {
    const rows = page.all(checked + 1, PAGE);
    for (const row of rows) {
      if (row.seq !== checked + 1) throw damaged(`event ${checked + 1} is missing`);
      const fault = verifyStored(row) ?? columnFault(row, log, recordedAt);
      if (fault !== undefined) throw damaged(`event ${row.seq}: ${fault}`);
      notePayload(payloads, row);
      recordedAt = row.recorded_at;
      checked += 1;
    }
    if (rows.length < PAGE) break;
    await nextTurn();
  }
  const fault = payloads.fault();
  if (fault !== undefined) throw damaged(fault);
  return checked;
}

function notePayload(payloads: MissingPayloads, { seq, envelope, data }: StoredRow): void {
  const { id, type } = JSON.parse(envelope) as Envelope;
  if (data === ERASED_TEXT) payloads.missing(id, seq);
  else if (type === PAYLOAD_ERASED) payloads.said((JSON.parse(data) as { readonly event: string }).event, seq);
}

function columnFault(row: StoredRow, log: string, before: number): string | undefined {
  const envelope = JSON.parse(row.envelope) as Envelope;
  if (envelope.log !== log) return `it belongs to log ${envelope.log}`;
  if (envelope.stream !== row.stream || envelope.revision !== row.revision) {
    return 'its envelope names another stream or revision';
  }
  if (row.recorded_at !== Math.max(before, Date.parse(envelope.recordedAt))) {
    return 'its record time is not the latest of the envelopes up to it';
  }
  return undefined;
}
