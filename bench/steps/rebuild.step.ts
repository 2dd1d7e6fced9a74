import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECTIONS } from '../../projections/index.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { Views, viewsFile } from '../../src/projecting/views.js';
import { insertRaw } from './raw-rows.js';

/**
 * Builds the views anew from the log, then puts the very same rows into empty tables: node rebuild.step.js <directory>
 */

export interface RebuildResult {
  readonly rows: number;
  /** Seconds. */
  readonly rebuilt: number;
  readonly inserted: number;
}

const [directory = ''] = process.argv.slice(2);
const anew = join(directory, 'rebuilt');
mkdirSync(anew);
const store = openSqliteLog({ directory, readOnly: true, clock: Date.now });
const options = { directory: anew, log: store.log, projections: PROJECTIONS };
const started = performance.now();
const views = Views.open(options);
for await (const page of store.readAll(1)) views.apply(page);
views.close();
const rebuilt = (performance.now() - started) / 1_000;
await store.close();

const { rows, seconds: inserted } = insertRaw(viewsFile(options), join(anew, 'raw.db'));
rmSync(anew, { recursive: true });
console.log(JSON.stringify({ rows, rebuilt, inserted } satisfies RebuildResult));
