import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SETTINGS = ['HOST', 'PORT', 'DATA_DIR', 'EVENT_STORE_URL', 'SAMPLE', 'REGTIME_URL'];
const STALE_AFTER_MS = 3_600_000;
/** No child outlives this, however a test ends. */
const LIFETIME_MS = 60_000;

export const SAMPLE = join(ROOT, 'data', 'sample', 'opening-the-walled-gardens.ndjson');

/** What a process that has ended printed. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that is still there. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

let directory: string | undefined;

/**
 * Compiles what is in the tree now, once for each state of it: the directory is named after the sources, so that a
 * stale one is never run. Types are checked elsewhere.
 */
export function build(): string {
  directory ??= join(ROOT, 'dist', `test-${fingerprint()}`);
  if (existsSync(directory)) return directory;
  const made = `${directory}.${process.pid}`;
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const to = ['--outDir', made, '--tsBuildInfoFile', join(made, '.tsbuildinfo')];
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--noCheck', ...to], { cwd: ROOT });
  try {
    renameSync(made, directory);
  } catch (error) {
    // Another worker of the same run was faster.
    if (!existsSync(directory)) throw error;
    rmSync(made, { recursive: true });
  }
  removeStale();
  return directory;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const folders = ['src', 'projections'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  for (const name of [...folders.sort(), 'tsconfig.json', 'tsconfig.build.json']) {
    if (statSync(join(ROOT, name)).isFile()) hash.update(name).update(readFileSync(join(ROOT, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

function removeStale(): void {
  const dist = join(ROOT, 'dist');
  for (const name of readdirSync(dist).filter((each) => each.startsWith('test-'))) {
    const path = join(dist, name);
    if (Date.now() - statSync(path).mtimeMs > STALE_AFTER_MS) rmSync(path, { recursive: true, force: true });
  }
}

const children = new Set<ChildProcess>();
const directories: string[] = [];

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const path of directories) rmSync(path, { recursive: true, force: true });
});

/** A fresh directory, removed after the file's tests. */
export function temporaryDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), 'cli-'));
  directories.push(path);
  return path;
}

/** Starts a compiled entry file (`cli` or `main`), with none of the settings of this process. */
export function start(entry: 'cli' | 'main', words: readonly string[], settings: NodeJS.ProcessEnv = {}): Running {
  const env = { ...process.env };
  for (const name of SETTINGS) delete env[name];
  const child = spawn(process.execPath, [join(build(), 'src', `${entry}.js`), ...words], {
    env: { ...env, ...settings },
    timeout: LIFETIME_MS,
    killSignal: 'SIGKILL',
  });
  children.add(child);
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    printed.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    printed.stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => {
    children.delete(child);
    return { code, ...printed };
  });
  return { child, ended };
}

/** Runs `regtime` to its end. */
export function regtime(words: readonly string[], settings: NodeJS.ProcessEnv = {}, input = ''): Promise<Ended> {
  const { child, ended } = start('cli', words, settings);
  // A program that refuses at once doesn't read what it is sent.
  child.stdin?.on('error', () => undefined).end(input);
  return ended;
}

/** A service that accepts requests. */
export interface Served extends Running {
  readonly url: string;
  readonly dataDir: string;
}

/** Starts a service on a free port and waits until it says where it listens. */
export async function served(
  words: readonly string[] = [],
  dataDir: string = temporaryDirectory(),
  settings: NodeJS.ProcessEnv = {},
): Promise<Served> {
  const running = start('cli', ['serve', '--port', '0', '--data-dir', dataDir, ...words], settings);
  return { ...running, dataDir, url: await urlOf(running) };
}

/** The address on the first line of stdout; the line must be that and no more. */
export async function urlOf({ child, ended }: Running): Promise<string> {
  let printed = '';
  const line = new Promise<string>((resolve) => {
    child.stdout?.on('data', (text: string) => {
      printed += text;
      if (printed.includes('\n')) resolve(printed.slice(0, printed.indexOf('\n')));
    });
  });
  const first = await Promise.race([line, ended.then((end) => JSON.stringify(end))]);
  const url = /^listening on (http:\/\/\S+)$/.exec(first)?.[1];
  if (url === undefined) throw new Error(`it did not say where it listens: ${first}`);
  return url;
}

/** Ends a process with a signal, and waits for that. */
export async function stop({ child, ended }: Running, signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
  child.kill(signal);
  return ended;
}
