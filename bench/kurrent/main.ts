import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Child } from '../child.js';
import { machine } from '../machine.js';

/** Compares the KurrentDB adapter with the bare client, on the tests' server or the one at KURRENTDB_URL. */
const COUNT = Number(process.argv[2] ?? 20_000);
const ROUNDS = 3;
const WITHIN = 600_000;

const module = (step: string): string => fileURLToPath(new URL(`./${step}.step.js`, import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'regtime-bench-'));
process.once('exit', () => rmSync(directory, { recursive: true, force: true }));

interface Figures {
  readonly perSecond: number;
  readonly numberedPerSecond?: number;
  /** Microseconds of this process's time for one event. */
  readonly cpu?: number;
}

async function step(name: string, ...words: readonly string[]): Promise<Figures> {
  const output = await new Child(process.execPath, [module(name), ...words], { within: WITHIN }).output();
  return JSON.parse(output) as Figures;
}

const middle = (figures: readonly number[]): number => figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0;

const real = process.env.KURRENTDB_URL;
const wire = real ? undefined : new Child(process.execPath, [module('wire')], { within: 3 * WITHIN });
const url = real ?? (await wire?.printed(/esdb:\S+/)) ?? '';
const run = `bench-${Date.now()}`;
const measured = new Map<string, number[]>();
const note = (name: string, figure = Number.NaN): void => {
  if (!(figure > 0)) throw new Error(`${name} was not measured`);
  measured.set(name, [...(measured.get(name) ?? []), figure]);
};

for (let round = 0; round < ROUNDS; round++) {
  const at = (by: string): [string, string, string] => [
    url,
    `${run}-${round}-${by}.`,
    join(directory, `${round}-${by}`),
  ];
  for (const by of ['bare', 'watched', 'durable', 'adapter']) {
    const { perSecond, cpu } = await step('append', by, ...at(by), String(COUNT));
    note(`append, ${by}`, perSecond);
    note(`cpu, ${by}`, cpu);
  }
  const [, prefix] = at('adapter');
  const byBare = async (): Promise<void> =>
    note('catch-up, bare', (await step('catch-up', 'bare', url, prefix, '', String(COUNT))).perSecond);
  const byAdapter = async (): Promise<void> => {
    const anew = join(directory, `${round}-anew`);
    const { perSecond, numberedPerSecond } = await step('catch-up', 'adapter', url, prefix, anew, String(COUNT));
    note('catch-up, adapter', perSecond);
    note('counted anew', numberedPerSecond);
  };
  // Whoever comes second finds the server warm.
  for (const measure of round % 2 === 0 ? [byBare, byAdapter] : [byAdapter, byBare]) await measure();
}
await wire?.stop();

const of = (name: string): number => middle(measured.get(name) ?? []);
const ratio = (a: string, b: string): string => (of(a) / of(b)).toFixed(2);
console.log(`${COUNT} events, one to a stream, 50 appends at once; the median of ${ROUNDS}; ${real ? 'KURRENTDB_URL' : "the tests' server"}
appends a second: bare client ${of('append, bare').toFixed()}, adapter until stored ${of('append, durable').toFixed()}, until numbered ${of('append, adapter').toFixed()}
microseconds of the client's processor for an append: bare client ${of('cpu, bare').toFixed()}, beside a subscription ${of('cpu, watched').toFixed()}, adapter until stored ${of('cpu, durable').toFixed()}, until numbered ${of('cpu, adapter').toFixed()}
÷ bare client (≥ 0.85): until stored ${ratio('append, durable', 'append, bare')}, until numbered ${ratio('append, adapter', 'append, bare')}
bare client beside a subscription to what it writes: ${of('append, watched').toFixed()}; adapter until numbered ÷ that: ${ratio('append, adapter', 'append, watched')}
catch-up, events a second: bare subscription ${of('catch-up, bare').toFixed()}, adapter ${of('catch-up, adapter').toFixed()}, counted anew ${of('counted anew').toFixed()}
÷ bare subscription: adapter (≥ 0.7) ${ratio('catch-up, adapter', 'catch-up, bare')}, fresh node ${ratio('counted anew', 'catch-up, bare')}
${machine()}`);
