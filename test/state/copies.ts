import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { transformSync } from '@swc/core';
import type { Mutant } from './mutants.js';

const IMPORT = /(?<=\b(?:from|import) ['"])\.{1,2}\/[^'"]+\.js(?=['"])/g;

const ROOT = process.cwd();

/** A module of the service, by its path from the root. */
interface Module {
  readonly path: string;
  readonly code: string;
  /** Paths of what it imports of ours. */
  readonly imports: readonly string[];
}

const pathOf = (importer: string, specifier: string): string =>
  join(dirname(importer), specifier.replace(/\.js$/, '.ts'));

function compiled(path: string, text: string): Module {
  const { code } = transformSync(text, {
    filename: path,
    configFile: false,
    swcrc: false,
    module: { type: 'es6' },
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
    },
  });
  return { path, code, imports: [...code.matchAll(IMPORT)].map(([specifier]) => pathOf(path, specifier)) };
}

/** Compiled copies of what is served and what examines it: one as it is, and broken ones that share what they can. */
export class Copies {
  readonly directory: string;
  readonly #modules = new Map<string, Module>();

  /**
   * Works inside node_modules, so that the copies find what they import from there.
   * @param entry examines trials, and with all that it imports is all that is copied
   */
  constructor(private readonly entry: string) {
    const cache = join(ROOT, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    this.directory = mkdtempSync(join(cache, 'mutants-'));
    writeFileSync(join(this.directory, 'package.json'), '{ "type": "module" }');
    for (const waiting = [entry]; waiting.length > 0; ) {
      const path = waiting.pop() as string;
      if (this.#modules.has(path)) continue;
      const module = compiled(path, readFileSync(join(ROOT, path), 'utf8'));
      this.#modules.set(path, module);
      waiting.push(...module.imports);
    }
  }

  /** @returns the entry of the copy as it is */
  original(): string {
    for (const module of this.#modules.values()) this.#write('original', module, () => true);
    return this.#file('original', this.entry);
  }

  /** Copies the module with its clause broken and all that import it. @returns the entry of that copy */
  mutant(name: string, { broken, file, from, to }: Mutant): string {
    const pieces = readFileSync(join(ROOT, file), 'utf8').split(from);
    if (pieces.length !== 2) {
      throw new Error(`to break "${broken}", ${file} must hold this once, not ${pieces.length - 1} times: ${from}`);
    }
    const importers = this.#importersOf(file);
    if (!importers.has(this.entry)) throw new Error(`${file} is not examined`);
    for (const path of importers) {
      const module = path === file ? compiled(file, pieces.join(to)) : (this.#modules.get(path) as Module);
      this.#write(name, module, (imported) => importers.has(imported));
    }
    return this.#file(name, this.entry);
  }

  #importersOf(file: string): ReadonlySet<string> {
    const importers = new Set([file]);
    for (const each of importers) {
      for (const { path, imports } of this.#modules.values()) if (imports.includes(each)) importers.add(path);
    }
    return importers;
  }

  #file(copy: string, path: string): string {
    return join(this.directory, copy, path.replace(/\.ts$/, '.js'));
  }

  #write(copy: string, { path, code }: Module, isCopied: (path: string) => boolean): void {
    const file = this.#file(copy, path);
    mkdirSync(dirname(file), { recursive: true });
    const linked = code.replace(IMPORT, (specifier) => {
      const imported = pathOf(path, specifier);
      return isCopied(imported) ? specifier : relative(dirname(file), this.#file('original', imported));
    });
    writeFileSync(file, linked);
  }
}

/** How far a copy got: right about every trial, wrong in one, or not able to run. */
export type Verdict = null | { readonly trial: number; readonly wrong: string } | { readonly failed: string };

const PROGRAM = `
  import { readFileSync } from 'node:fs';
  const [file, ...entries] = process.argv.slice(1);
  const trials = JSON.parse(readFileSync(file, 'utf8'));
  const verdicts = [];
  for (const entry of entries) {
    try {
      const { firstWrong } = await import(entry);
      verdicts.push((await firstWrong(trials)) ?? null);
    } catch (error) {
      verdicts.push({ failed: String(error) });
    }
  }
  process.stdout.write(JSON.stringify(verdicts));
`;

/** Asks copies, by their entries, about the trials in a file, in a program of its own. */
export async function examineCopies(file: string, entries: readonly string[]): Promise<readonly Verdict[]> {
  const urls = entries.map((entry) => pathToFileURL(entry).href);
  const program = ['--input-type=module', '--eval', PROGRAM, file, ...urls];
  // A clause can break so that something never ends.
  const { stdout } = await promisify(execFile)(process.execPath, program, { maxBuffer: 1e8, timeout: 240_000 });
  return JSON.parse(stdout);
}
