import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { SETTINGS } from '../../src/cli/settings.js';

/** No child outlives this, however a run ends. */
const LIFETIME_MS = 120_000;

/** What a process that has ended left behind. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to start the program: its compiled `main.js`, and whatever is to be before it. */
export interface Start {
  readonly main: string;
  readonly dataDir: string;
  /** A command that ends by running the command it is given as further arguments. */
  readonly through?: readonly string[];
  readonly as?: Pick<SpawnOptions, 'uid' | 'gid'>;
}

const children = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** One run of the real program on a data directory. */
export class Program {
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcess;
  readonly #printed = { stdout: '', stderr: '' };
  readonly #listening: Promise<void>;

  constructor({ main, dataDir, through = [], as }: Start) {
    const [command = '', ...words] = [...through, process.execPath, main, '--port', '0', '--data-dir', dataDir];
    const env = { ...process.env };
    for (const name of SETTINGS) delete env[name];
    const child = spawn(command, words, { env, ...as, timeout: LIFETIME_MS, killSignal: 'SIGKILL' });
    this.#child = child;
    children.add(child);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#printed.stderr += text;
    });
    this.#listening = new Promise((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        this.#printed.stdout += text;
        if (text.includes('\n')) resolve();
      });
    });
    this.ended = once(child, 'close').then(([code, signal]) => {
      children.delete(child);
      return { code, signal, ...this.#printed };
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get killed(): boolean {
    return this.#child.killed;
  }

  /** Where it listens, once it does. @throws if it ends without */
  async url(): Promise<string> {
    const ended = await Promise.race([this.#listening, this.ended]);
    const url = /^listening on (http:\S+)\n/.exec(this.#printed.stdout)?.[1];
    if (url === undefined) throw new Error(`it did not start: ${JSON.stringify(ended ?? this.#printed)}`);
    return url;
  }

  /** Ends it in the middle of whatever it does. */
  kill(): Promise<Ended> {
    this.#child.kill('SIGKILL');
    return this.ended;
  }

  /** Tells it to finish and end. */
  stop(): Promise<Ended> {
    this.#child.kill('SIGTERM');
    return this.ended;
  }
}
