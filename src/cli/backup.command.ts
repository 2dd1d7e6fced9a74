import type { Command } from 'commander';
import { dataDirOption } from './data-dir.js';
import { contentsJson, contentsText } from './log-contents.text.js';

interface Options {
  readonly dataDir: string;
  readonly to: string;
  readonly json?: true;
}

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('copy the log to one file, while a service writes it or not, and check every event of the copy')
    .addOption(dataDirOption('holds the log; nothing in it is changed'))
    .requiredOption('--to <file>', 'the copy; never one that exists')
    .option('--json', 'print what the copy holds as JSON')
    .action(async ({ dataDir, to, json }: Options) => {
      const { backUp } = await import('./log-copy.js');
      const contents = await backUp(dataDir, to);
      console.log((json ? contentsJson : contentsText)(contents));
    });
}
