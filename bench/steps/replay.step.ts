import { join } from 'node:path';
import Database from 'better-sqlite3';
import { replay } from '../../src/audit/replay.js';
import { parseDay } from '../../src/time/day.js';
import { openParts } from './open-parts.js';

/** Tells the log anew, to texts, and reads it raw: node replay.step.js <directory> <most seconds> */

export interface ReplayResult {
  readonly events: number;
  /** How many of them were retold within the time; all, as a rule. */
  readonly retold: number;
  /** Events a second. */
  readonly replayed: number;
  readonly scanned: number;
}

const ON_A_DAY = parseDay('2021-05-05') ?? 0;

const [directory = '', most = ''] = process.argv.slice(2);
const { store, views } = openParts(directory).reading;
const { position: events } = await store.head();

const log = new Database(join(directory, 'log.db'), { readonly: true });
scan();
const scanned = events / scan();
const { retold, seconds } = await retell(Number(most));
console.log(JSON.stringify({ events, retold, replayed: retold / seconds, scanned } satisfies ReplayResult));

/** Seconds. */
function scan(): number {
  const started = performance.now();
  const rows = log.prepare<[], { envelope: string; data: string }>('SELECT envelope, data FROM events ORDER BY seq');
  let read = 0;
  for (const { envelope, data } of rows.iterate()) {
    if (JSON.parse(envelope).v === 1 && JSON.parse(data) !== null) read++;
  }
  if (read !== events) throw new Error(`${read} events were read of ${events}`);
  return (performance.now() - started) / 1_000;
}

async function retell(within: number): Promise<{ readonly retold: number; readonly seconds: number }> {
  const started = performance.now();
  let retold = 0;
  let characters = 0;
  for await (const event of replay(store.readAll(1), views.sql, {}, ON_A_DAY, events)) {
    characters += `${JSON.stringify(event)}\n`.length;
    retold++;
    if (retold % 1_000 === 0 && performance.now() - started > within * 1_000) break;
  }
  if (characters < retold) throw new Error('nothing was retold');
  return { retold, seconds: (performance.now() - started) / 1_000 };
}
