import { type Command, Option } from 'commander';
import { contentsJson, contentsText } from './log-contents.text.js';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly fromPrefix?: string;
  readonly toPrefix?: string;
  readonly json?: true;
}

const PLACE = 'a data directory, or a KurrentDB: esdb://… or kurrentdb://…';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description(
      'copy a log, whole or what is new of it, with its id, positions and record times; cut off, it goes on where it was',
    )
    .requiredOption('--from <place>', PLACE)
    .requiredOption('--to <place>', `${PLACE}; without a log, or with the beginning of this one`)
    .addOption(new Option('--from-prefix <prefix>', 'what the streams begin with there (default: "regtime.")'))
    .addOption(new Option('--to-prefix <prefix>', 'what the streams shall begin with (default: "regtime.")'))
    .option('--json', 'print what the copy holds as JSON')
    .action(async ({ from, to, fromPrefix, toPrefix, json }: Options) => {
      const { moveLog } = await import('./log-move.js');
      const contents = await moveLog({ at: from, prefix: fromPrefix }, { at: to, prefix: toPrefix });
      console.log((json ? contentsJson : contentsText)(contents));
    });
}
