import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { importLines } from '../../src/import/importer.js';
import { linesOf } from '../../src/import/lines.js';
import { type Service, serve } from '../../src/serve.js';
import { changeLines, developmentLines, registryLines } from '../dataset.js';

/** Fills a data directory as the service does when it is sent a file: node import.step.js <directory> <developments> */

export interface ImportResult {
  /** Seconds until the last development was durable, and until the views held it too. */
  readonly recorded: number;
  readonly followed: number;
  /** Events of the log in the end, registry and changes among them. */
  readonly events: number;
  /** Bytes resident once all developments were imported. */
  readonly residentMemory: number;
}

const [directory = '', count = ''] = process.argv.slice(2);
const developments = Number(count);
const service = await serve({ host: '127.0.0.1', port: 0, dataDir: directory, thread: true });
await imported(service, registryLines(developments));
const { recorded, followed } = await imported(service, developmentLines(developments));
const residentMemory = process.memoryUsage.rss();
await imported(service, changeLines(developments));
const { position: events } = await service.parts.reading.store.head();
await service.close();
console.log(JSON.stringify({ recorded, followed, events, residentMemory } satisfies ImportResult));

async function imported({ parts }: Service, lines: Iterable<object>): Promise<{ recorded: number; followed: number }> {
  const file = join(directory, 'lines.ndjson');
  await pipeline(Readable.from(texts(lines)), createWriteStream(file));
  const refused = (error: unknown): object => ({ error: String(error) });
  const started = performance.now();
  let recorded = 0;
  for await (const result of importLines(parts.writing, linesOf(createReadStream(file)), { actor: 'bench' }, refused)) {
    if ('summary' in result) continue;
    if (result.status === 'refused') throw new Error(`line ${result.line}: ${JSON.stringify(result.problem)}`);
    recorded = performance.now();
  }
  const { store, views } = parts.reading;
  const { position } = await store.head();
  while (views.checkpoint < position) await pause(1);
  rmSync(file);
  return { recorded: (recorded - started) / 1_000, followed: (performance.now() - started) / 1_000 };
}

function* texts(lines: Iterable<object>): Generator<string> {
  let text = '';
  for (const line of lines) {
    text += `${JSON.stringify(line)}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}
