import type { Command } from 'commander';
import type { WhatIfAnswer } from '../what-if/what-if.query.js';
import { commandsIn } from './commands-file.js';
import { Failure } from './failure.js';
import { addPlace, askThere } from './place.js';
import { post } from './post.js';
import { whatIfText } from './what-if.text.js';
import { count } from './wording.js';

interface Options {
  readonly asOf?: string;
  readonly fact?: readonly string[];
  readonly json?: true;
}

export function addWhatIf(program: Command): void {
  const command = program
    .command('what-if')
    .description('what would change if these were recorded; nothing is')
    .argument('<file>', 'statements as for an import, one a line, 100 at most; - reads from stdin')
    .option('--as-of <day>', 'the day asked about, YYYY-MM-DD (default: today, UTC)')
    .option('--fact <fact>', 'also tell what this fact would be; may be given again', gathered)
    .option('--json', "print the service's own JSON");
  addPlace(command).action(async (file: string, { asOf, fact: facts = [], json }: Options) => {
    const commands = await commandsIn(file);
    const body = {
      commands: commands.map((each) => each.command),
      queries: facts.map((fact) => ({ fact: { fact } })),
      ...(asOf !== undefined && { asOf }),
      asImport: true,
    };
    let refused = 0;
    await askThere(command, async (service) => {
      const text = await post(service, 'v1/what-if', body);
      const answer = JSON.parse(text) as WhatIfAnswer;
      refused = answer.commands.filter(({ status }) => status === 'refused').length;
      process.stdout.write(json ? `${text}\n` : whatIfText(answer, commands, facts));
    });
    if (refused > 0) throw new Failure(`${count(refused, 'line', 'lines')} would be refused`);
  });
}

const gathered = (fact: string, before: readonly string[] = []): readonly string[] => [...before, fact];
