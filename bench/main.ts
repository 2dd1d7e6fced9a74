import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { figuresAt } from './at-size.js';
import { machine } from './machine.js';
import { installPostgres, programsOfPostgres } from './postgres/installed.js';
import { type Column, tableOf } from './table.js';

const USAGE = `Measures the service on made-up data and prints a table; the figures are also kept in var/bench.

  --sizes <n,n>           numbers of developments (default 10000,100000)
  --full                  also a million, which takes the better part of an hour
  --install-postgresql    install Debian's package with apt-get if it is not there; else that part is left out`;

const VAR = join('var', 'bench');

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    full: { type: 'boolean', default: false },
    'install-postgresql': { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
if (values.help) console.log(USAGE);
else {
  const sizes = new Set([...values.sizes.split(',').map(Number), ...(values.full ? [1_000_000] : [])]);
  await measure([...sizes].sort((a, b) => a - b));
}

async function measure(sizes: readonly number[]): Promise<void> {
  if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0)) throw new RangeError('sizes are whole numbers');
  const began = new Date();
  const postgres = await postgresPrograms();
  const columns: Column[] = [];
  const report = { began: began.toISOString(), machine: machine(), columns };
  const file = join(VAR, `${report.began.replaceAll(':', '')}.json`);
  mkdirSync(VAR, { recursive: true });
  for (const developments of sizes) {
    const directory = join(VAR, `data-${process.pid}`);
    const remove = (): void => rmSync(directory, { recursive: true, force: true });
    process.once('exit', remove);
    mkdirSync(directory, { recursive: true });
    const tell = (what: string): void => console.error(`${new Date().toISOString()} ${developments}: ${what}`);
    const figures = await figuresAt({ directory, developments, postgres, tell });
    remove();
    process.off('exit', remove);
    const [smallest] = columns;
    const askGrowth = (figures.askP99 ?? 0) / (smallest?.figures.askP99 ?? figures.askP99 ?? 1);
    columns.push({ developments, figures: { ...figures, askGrowth } });
    // A larger size may take an hour, and fail.
    writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
  }
  console.log(`${tableOf(columns)}\n\n${report.machine}; ${report.began}; ${file}`);
}

async function postgresPrograms(): Promise<string | undefined> {
  const there = programsOfPostgres();
  if (there === undefined && values['install-postgresql']) await installPostgres();
  const programs = there ?? programsOfPostgres();
  if (programs === undefined) console.error('left out: PostgreSQL is not installed (see --install-postgresql)');
  return programs;
}
