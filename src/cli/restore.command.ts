import type { Command } from 'commander';
import { dataDirOption } from './data-dir.js';
import { contentsJson, contentsText } from './log-contents.text.js';

interface Options {
  readonly from: string;
  readonly dataDir: string;
  readonly json?: true;
}

export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('make a backup the log of a directory that has none, and check every event of it')
    .requiredOption('--from <file>', 'what regtime backup has written')
    .addOption(dataDirOption('becomes the data directory, made if missing; never one that holds a log'))
    .option('--json', 'print what was restored as JSON')
    .action(async ({ from, dataDir, json }: Options) => {
      const { restore } = await import('./log-copy.js');
      const contents = await restore(from, dataDir);
      console.log((json ? contentsJson : contentsText)(contents));
    });
}
