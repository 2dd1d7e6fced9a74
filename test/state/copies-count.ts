import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { transformSync } from '@swc/core';
import type { Mutant } from './mutants.js';

const ROOT = process.cwd();

/** Inside node_modules, so that compiled copies find what they import from there. */
export function makeCopiesDirectory(): string {
  const cache = join(ROOT, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  return mkdtempSync(join(cache, 'mutants-'));
}

function* sourcesIn(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* sourcesIn(path);
    else if (/(?<!\.spec|\.d)\.ts$/.test(entry.name)) yield path;
  }
}

const compiled = (text: string, path: string): string =>
  transformSync(text, {
    filename: path,
    configFile: false,
    swcrc: false,
    module: { type: 'es6' },
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
    },
  }).code;

function write(copy: string, path: string, text: string): void {
  const target = join(copy, relative(ROOT, path)).replace(/\.ts$/, '.js');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, compiled(text, path));
}

/** Compiles what is served and what examines it, as it is. */
export function compileOriginal(copy: string): void {
  for (const directory of ['projections', 'src', 'test/state']) {
    for (const path of sourcesIn(join(ROOT, directory))) write(copy, path, readFileSync(path, 'utf8'));
  }
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
}

/** The source with its one clause broken. @throws where it does not stand there exactly once */
function breakClause({ broken, file, from, to }: Mutant): string {
  const pieces = readFileSync(join(ROOT, file), 'utf8').split(from);
  if (pieces.length !== 2) {
    throw new Error(`to break "${broken}", ${file} must hold this once, not ${pieces.length - 1} times: ${from}`);
  }
  return pieces.join(to);
}

/** A compiled copy of the original with one clause broken. */
export function compileMutant(original: string, copy: string, mutant: Mutant): void {
  cpSync(original, copy, { recursive: true });
  write(copy, join(ROOT, mutant.file), breakClause(mutant));
}

/** How far a copy got: right about every trial, wrong in one, or not able to run. */
export type Verdict = null | { readonly trial: number; readonly wrong: string } | { readonly failed: string };

const PROGRAM = `
  import { readFileSync } from 'node:fs';
  import { join } from 'node:path';
  import { pathToFileURL } from 'node:url';
  const [file, ...copies] = process.argv.slice(1);
  const trials = JSON.parse(readFileSync(file, 'utf8'));
  const verdicts = [];
  for (const copy of copies) {
    try {
      const { firstWrong } = await import(pathToFileURL(join(copy, 'test/state/trial.js')).href);
      const w = []; for (const [i, t] of trials.entries()) { try { if (await firstWrong([t])) w.push(i); } catch (e) { w.push(i); } } verdicts.push(w);
    } catch (error) {
      verdicts.push({ failed: String(error) });
    }
  }
  process.stdout.write(JSON.stringify(verdicts));
`;

/** Asks compiled copies about the trials in a file, in a program of its own. */
export async function examineCopies(file: string, copies: readonly string[]): Promise<readonly Verdict[]> {
  const program = ['--input-type=module', '--eval', PROGRAM, file, ...copies];
  const { stdout } = await promisify(execFile)(process.execPath, program, { maxBuffer: 100_000_000 });
  return JSON.parse(stdout);
}
