import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Child } from './child.js';

/** Milliseconds a service may live, and one may take to start. */
const LIFETIME = 1_800_000;
const LOOK_AGAIN = 2;

const compiled = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Runs one of `steps/` in a process of its own, so that none meets another's heap. @returns what it prints, as JSON */
export async function runStep<Result>(
  step: 'import' | 'ask' | 'group' | 'rebuild' | 'replay',
  words: readonly (string | number)[],
  within: number,
): Promise<Result> {
  const module = compiled(`./steps/${step}.step.js`);
  const output = await new Child(process.execPath, [...process.execArgv, module, ...words.map(String)], {
    within,
  }).output();
  return JSON.parse(output) as Result;
}

/** A service in a process of its own. */
export interface Running {
  readonly url: URL;
  /** Bytes; undefined where the system doesn't tell. */
  residentMemory(): number | undefined;
  stop(): Promise<void>;
}

/** The real service on a data directory, as the command line starts it. */
export const serveReally = (directory: string): Promise<Running> =>
  started('../src/main.js', ['--host', '127.0.0.1', '--port', '0', '--data-dir', directory]);

/** The same, but that nothing is appended to the log. */
export const serveWithoutAppend = (directory: string): Promise<Running> =>
  started('./steps/serve-without-append.step.js', [directory]);

async function started(module: string, words: readonly string[]): Promise<Running> {
  const child = new Child(process.execPath, [...process.execArgv, compiled(module), ...words], { within: LIFETIME });
  const line = await child.printed(/^listening on http:\S+(?=\n)/m);
  return {
    url: new URL(line.replace('listening on ', '')),
    residentMemory: () => residentMemoryOf(child.pid),
    stop: () => child.stop(),
  };
}

/** Waits until the views have caught up. @throws after `within` milliseconds */
export async function ready({ url }: Running, within: number): Promise<void> {
  const deadline = performance.now() + within;
  while (performance.now() < deadline) {
    const { ok } = await fetch(new URL('/health/ready', url));
    if (ok) return;
    await pause(LOOK_AGAIN);
  }
  throw new Error(`${url} was not ready within ${within} ms`);
}

function residentMemoryOf(pid: number): number | undefined {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status) ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1_024;
}
