import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Logger } from '@nestjs/common';
import type { Writing } from '../developments/writing.js';
import { importLines } from './importer.js';
import { linesOf } from './lines.js';

const log = new Logger('sample');

/** The sample is beside the code, whether that is run from src or from dist. */
function sampleDirectory(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const directory = join(at, 'data', 'sample');
    if (existsSync(directory)) return directory;
    if (at === dirname(at)) throw new Error('there is no data/sample beside the program');
  }
}

/** Imports every file of data/sample; repeating it records nothing. A line that no longer fits is left out. */
export async function importSample(writing: Writing): Promise<void> {
  const directory = sampleDirectory();
  const files = readdirSync(directory).filter((name) => name.endsWith('.ndjson'));
  for (const file of files.sort()) {
    const lines = linesOf(createReadStream(join(directory, file)));
    const refused = (error: unknown): object => ({ error });
    for await (const result of importLines(writing, lines, { actor: 'anonymous' }, refused)) {
      if ('status' in result && result.status === 'refused') {
        log.warn(`${file}:${result.line} was refused: ${String((result.problem as { error: unknown }).error)}`);
      }
    }
  }
}
