import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { isSubjectId } from '../access/tokens.js';
import { Failure } from './failure.js';
import { contentsJson, contentsText } from './log-contents.text.js';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly fromPrefix?: string;
  readonly toPrefix?: string;
  readonly erase?: string;
  readonly reason?: string;
  readonly actor?: string;
  readonly allowRestated?: true;
  readonly json?: true;
}

const PLACE = 'a data directory, or a KurrentDB: esdb://… or kurrentdb://…';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description(
      'copy a log, whole or what is new of it, with its id, positions and record times; cut off, it goes on where it was',
    )
    .addOption(new Option('--from <place>', PLACE).env('FROM_URL').makeOptionMandatory())
    .addOption(
      new Option('--to <place>', `${PLACE}; without a log, or with the beginning of this one`)
        .env('TO_URL')
        .makeOptionMandatory(),
    )
    .addOption(new Option('--from-prefix <prefix>', 'what the streams begin with there (default: "regtime.")'))
    .addOption(new Option('--to-prefix <prefix>', 'what the streams shall begin with (default: "regtime.")'))
    .option(
      '--erase <file>',
      'leaves payloads out: positions or ids of events, or development-<id> for all of one, each on a line',
    )
    .option('--reason <text>', 'why they are erased; the copy tells it')
    .option('--actor <id>', 'who erases them, as the copy tells it (default: "anonymous")')
    .option('--allow-restated', 'erases versions though later corrections, which state the whole anew, are left')
    .option('--json', 'print what the copy holds as JSON')
    .action(
      async (
        { from, to, fromPrefix, toPrefix, erase, reason, actor, allowRestated, json }: Options,
        command: Command,
      ) => {
        if ((erase === undefined) !== (reason === undefined)) {
          command.error('error: --erase and --reason belong together', { exitCode: 2 });
        }
        if (erase === undefined && (actor !== undefined || allowRestated)) {
          command.error('error: --actor and --allow-restated are about --erase', { exitCode: 2 });
        }
        if (actor !== undefined && !isSubjectId(actor)) {
          command.error(
            'error: --actor takes the id of a person or program, as in a token: letters, digits and . _ : | / -',
            {
              exitCode: 2,
            },
          );
        }
        if (reason?.trim() === '') command.error('error: --reason is empty', { exitCode: 2 });
        const erasure =
          erase !== undefined && reason !== undefined
            ? { names: namesIn(erase), reason, actor, allowRestated: allowRestated === true }
            : undefined;
        const { moveLog } = await import('./log-move.js');
        const contents = await moveLog({ at: from, prefix: fromPrefix }, { at: to, prefix: toPrefix }, erasure);
        console.log((json ? contentsJson : contentsText)(contents));
      },
    );
}

/** @throws {Failure} where there are none */
function namesIn(file: string): ReadonlySet<string> {
  const lines = readFileSync(file, 'utf8').split('\n');
  const names = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (names.length === 0) throw new Failure(`${file} names nothing that is to be erased`);
  return new Set(names);
}
