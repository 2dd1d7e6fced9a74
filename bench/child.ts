import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SETTINGS } from '../src/cli/settings.js';

/** Milliseconds between asking a child to end and making it. */
const GRACE = 30_000;

export interface ChildOptions {
  /** Milliseconds after which it is killed, whatever it does. */
  readonly within: number;
  readonly as?: { readonly uid: number; readonly gid: number };
  readonly directory?: string;
  /** What it reads. */
  readonly input?: Iterable<string>;
}

const running = new Set<ChildProcessWithoutNullStreams>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A process that is started here and ended here, in bounded time. */
export class Child {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<unknown>;
  readonly #printed = { stdout: '', stderr: '' };

  constructor(command: string, words: readonly string[], { within, as, directory, input = [] }: ChildOptions) {
    const env = { ...process.env };
    // Whoever measures may have set them for something else.
    for (const name of SETTINGS) delete env[name];
    const child = spawn(command, words, { env, cwd: directory, ...as, timeout: within, killSignal: 'SIGKILL' });
    this.#child = child;
    running.add(child);
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        this.#printed[name] += text;
      });
    }
    // Whoever stops reading ends with a code that says more than the broken pipe.
    pipeline(Readable.from(input), child.stdin).catch(() => undefined);
    this.#ended = once(child, 'close').finally(() => running.delete(child));
    this.#ended.catch(() => undefined);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** What it has printed by its end. @throws if it fails */
  async output(): Promise<string> {
    await this.#ended;
    if (this.#child.exitCode !== 0) throw this.#failure();
    return this.#printed.stdout;
  }

  /** The first match in what it prints. @throws if it ends without */
  printed(pattern: RegExp, on: 'stdout' | 'stderr' = 'stdout'): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(this.#printed[on]);
        if (match) resolve(match[0]);
      };
      this.#child[on].on('data', look);
      this.#ended.then(() => reject(this.#failure()), reject);
      look();
    });
  }

  /** Asks it to end and waits until it has. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.#child.kill(signal);
    const late = setTimeout(() => this.#child.kill('SIGKILL'), GRACE);
    await this.#ended;
    clearTimeout(late);
  }

  #failure(): Error {
    const { exitCode, signalCode, spawnargs } = this.#child;
    return new Error(`${spawnargs.join(' ')} ended with ${exitCode ?? signalCode}: ${this.#printed.stderr.trim()}`);
  }
}
