import type { Command } from 'commander';
import type { Answer, BodyOf, RequestOf } from '../client/index.js';
import { commandsIn } from './commands-file.js';
import { Failure } from './failure.js';
import { addPlace, askThere } from './place.js';
import { clientOf, type Service, told } from './service-url.js';
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
      const { text, body: answer } = await supposed(service, body);
      refused = answer.commands.filter(({ status }) => status === 'refused').length;
      process.stdout.write(json ? `${text}\n` : whatIfText(answer, commands, facts));
    });
    if (refused > 0) throw new Failure(`${count(refused, 'line', 'lines')} would be refused`);
  });
}

const gathered = (fact: string, before: readonly string[] = []): readonly string[] => [...before, fact];

/** @throws {Failure} */
async function supposed(service: Service, body: object): Promise<Answer<BodyOf<'supposeCommands'>>> {
  try {
    // Whether the commands are right is for the service to say.
    return await clientOf(service).supposeCommands({ body } as RequestOf<'supposeCommands'>);
  } catch (error) {
    throw told(service, error);
  }
}
