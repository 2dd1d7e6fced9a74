import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file or directory that comes with the program: it lies above the code, how far depends on where that was built to. */
export function programFile(...path: readonly string[]): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const file = join(at, ...path);
    if (existsSync(file)) return file;
    if (at === dirname(at)) throw new Error(`there is no ${path.join('/')} above the program`);
  }
}
