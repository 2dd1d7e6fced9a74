import { createHash } from 'node:crypto';
import { closeSync, cpSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { temporaryDirectories } from '../event-store/sqlite/directories.js';
import { CAST } from './author.js';
import { Program, type Start } from './program.js';
import { Wire } from './wire.js';

export const directories = temporaryDirectories();

export const NDJSON = { 'content-type': 'application/x-ndjson' };
export const ndjson = (lines: readonly object[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** A data directory as a program leaves it that ended in order, or that was killed. */
export async function left(main: string, end: 'stop' | 'kill', lines = CAST): Promise<string> {
  const dataDir = directories();
  const program = new Program({ main, dataDir });
  const wire = new Wire(await program.url());
  await wire.send({ method: 'POST', path: '/v1/import', headers: NDJSON, body: ndjson(lines) });
  wire.close();
  await program[end]();
  return dataDir;
}

export function copyOf(directory: string): string {
  const copy = directories();
  cpSync(directory, copy, { recursive: true });
  return copy;
}

export function overwrite(path: string, from: number, bytes: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(bytes, 0xee), 0, bytes, from);
  closeSync(file);
}

/** That it does not start, and says why in one line. */
export async function refused(start: Start, what: RegExp): Promise<void> {
  expect(await new Program(start).ended).toEqual(saying(what));
}

/** … and that every file is as it was. */
export async function refusedAsItWas(start: Start, what: RegExp): Promise<void> {
  const before = contents(start.dataDir);
  await refused(start, what);
  expect(contents(start.dataDir)).toEqual(before);
}

/** How a start that is refused ends. */
export const saying = (what: RegExp) => ({
  code: 1,
  signal: null,
  stdout: '',
  stderr: expect.stringMatching(new RegExp(`^regtime: [^\\n]*${what.source}[^\\n]*\\n$`)),
});

/** The lock aside, which is made to find out who else is there, and SQLite's index, in which it notes who reads. */
const contents = (directory: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(directory)
      .filter((name) => !name.startsWith('writer.lock') && !name.endsWith('-shm'))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(directory, name)))
          .digest('hex'),
      ]),
  );
