import { type Command, Option } from 'commander';
import { type Answer, ServiceProblem } from '../client/index.js';
import { enterPressed } from './enter.js';
import { addPlace, askThere } from './place.js';
import { type ReplayLine, replayLines } from './replay-lines.js';
import { clientOf, type Service, told } from './service-url.js';
import { dayNamed } from './story/day.text.js';
import { retelling } from './story/retelling.js';

interface Options extends Readonly<Record<'entity' | 'matter' | 'asOf' | 'from' | 'to', string | undefined>> {
  readonly json?: true;
  readonly step?: boolean;
}

interface Telling {
  readonly service: Service;
  readonly asOf: string | undefined;
  readonly step: boolean;
}

const A_DAY = /^\d{4}-\d\d-\d\d$/;
const PROMPT = 'Enter tells the next';
const UP_AND_CLEAR = '\x1b[1A\x1b[2K';

export function addReplay(program: Command): void {
  const command = program
    .command('replay')
    .description('the log retold: what was recorded, in that order, and what each of it changed')
    .option('--entity <slug>', 'what names this entity')
    .option('--matter <slug>', 'what belongs to this matter')
    .option('--as-of <day>', 'the day on which facts are compared, YYYY-MM-DD (default: today, UTC)')
    .option('--from <position>', 'the first position told (default: 1)')
    .option('--to <position>', 'the last position told (default: all that is known)')
    .addOption(
      new Option(
        '--step',
        'one development at a time: Enter tells the next, Ctrl+D all the rest; only where stdin is a terminal',
      ).conflicts('json'),
    )
    .option('--json', "print the service's own JSON, one event a line");
  addPlace(command).action(async ({ entity, matter, asOf, from, to, json, step = false }: Options) => {
    const parameters = { entity, matter, asOf, from, to };
    await askThere(command, async (service) => {
      const lines = untilNobodyReads(replayLines(service, parameters));
      await (json ? print(lines) : tell(lines, { service, asOf, step }));
    });
  });
}

/** Whoever reads may have read enough, and a log is long. */
async function* untilNobodyReads(lines: AsyncIterable<ReplayLine>): AsyncGenerator<ReplayLine> {
  let read = true;
  process.stdout.once('error', () => {
    read = false;
  });
  for await (const line of lines) {
    if (!read) return;
    yield line;
  }
}

async function print(lines: AsyncIterable<ReplayLine>): Promise<void> {
  for await (const { text } of lines) process.stdout.write(`${text}\n`);
}

async function tell(lines: AsyncIterable<ReplayLine>, { service, asOf, step }: Telling): Promise<void> {
  const client = clientOf(service);
  const known = async <Body>(asked: Promise<Answer<Body>>): Promise<Body | undefined> => {
    try {
      return (await asked).body;
    } catch (error) {
      // Nothing keeps others from writing a log that names what was never registered.
      if (error instanceof ServiceProblem) return undefined;
      throw told(service, error);
    }
  };
  const at = (position: number) => ({ knownAt: `position:${position}` });
  const pieces = retelling(lines, {
    asOf: asOf !== undefined && A_DAY.test(asOf) ? `on ${dayNamed(asOf)}` : 'today',
    width: process.stdout.columns || Number.POSITIVE_INFINITY,
    entityAt: async (slug, position) => (await known(client.getEntity({ slug, ...at(position) })))?.name,
    matterAt: async (slug, position) => (await known(client.getMatter({ slug, ...at(position) })))?.title,
    developmentAt: (id, position) => known(client.getDevelopment({ id, ...at(position) })),
  });
  let stepping = step && (process.stdin.isTTY ?? false);
  let begun = false;
  for await (const { text, development } of pieces) {
    if (stepping && begun && development) stepping = await nextWanted();
    process.stdout.write(text);
    begun ||= development;
  }
}

/** @returns false where the terminal was closed: then there is nobody to wait for */
async function nextWanted(): Promise<boolean> {
  if (process.stderr.isTTY) process.stderr.write(PROMPT);
  const pressed = await enterPressed(process.stdin);
  if (process.stderr.isTTY) process.stderr.write(pressed ? UP_AND_CLEAR : '\n');
  return pressed;
}
