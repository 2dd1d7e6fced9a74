import type { Command } from 'commander';
import { dataDirOption } from './data-dir.js';
import { count } from './wording.js';

interface Options {
  readonly dataDir: string;
  readonly to: string;
  readonly json?: true;
}

export function addSnapshot(program: Command): void {
  program
    .command('snapshot')
    .description('copy the views while they are served or not: a new replica starts from there (serve --snapshot)')
    .addOption(dataDirOption('holds the views; nothing in it is changed'))
    .requiredOption('--to <directory>', 'the copy; never one that exists')
    .option('--json', 'print what the copy holds as JSON')
    .action(async ({ dataDir, to, json }: Options) => {
      const { takeSnapshot } = await import('./take-snapshot.js');
      const { log, position, rules } = await takeSnapshot(dataDir, to);
      console.log(
        json
          ? JSON.stringify({ log, position: String(position), rules })
          : `log ${log}, the views of ${count(position, 'event')}, rules ${rules}`,
      );
    });
}
