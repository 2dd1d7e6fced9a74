import { run } from '../../src/cli/run.js';
import type { Ended } from './program.js';

/** Runs `regtime` to its end in this process, where nothing hangs on its being one of its own; one at a time. */
export async function ran(words: readonly string[]): Promise<Ended> {
  const printed = { stdout: '', stderr: '' };
  const original = { log: console.log, error: console.error };
  const streams = (['stdout', 'stderr'] as const).map((name) => ({ name, write: process[name].write }));
  const listeners = process.stdout.listeners('error');
  console.log = (text) => {
    printed.stdout += `${text}\n`;
  };
  console.error = (text) => {
    printed.stderr += `${text}\n`;
  };
  for (const { name } of streams) {
    process[name].write = (text) => {
      printed[name] += String(text);
      return true;
    };
  }
  try {
    return { code: await run(words), ...printed };
  } finally {
    Object.assign(console, original);
    for (const { name, write } of streams) process[name].write = write;
    for (const each of process.stdout.listeners('error')) {
      if (!listeners.includes(each)) process.stdout.off('error', each as () => void);
    }
  }
}
