import { readFileSync } from 'node:fs';
import { programFile } from './program-file.js';

/** The version of this program. */
export const version = (): string =>
  (JSON.parse(readFileSync(programFile('package.json'), 'utf8')) as { readonly version: string }).version;
