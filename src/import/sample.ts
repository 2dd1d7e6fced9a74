import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { Writing } from '../developments/writing.js';
import { programFile } from '../program-file.js';
import { importLines } from './importer.js';
import { linesOf } from './lines.js';

const log = new Logger('sample');

/** Imports every file of data/sample; repeating it records nothing. A line that no longer fits is left out. */
export async function importSample(writing: Writing): Promise<void> {
  const directory = programFile('data', 'sample');
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
