import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { SETTINGS } from '../../src/cli/settings.js';
import { build, ROOT } from './build.js';

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
