import { type Command, Option } from 'commander';
import { answer, asQuestion } from './question.js';
import { timelineText } from './timeline.text.js';

type Options = Readonly<Record<string, string>> & { readonly includeRetracted?: true };

export function addTimeline(program: Command): void {
  const command = program
    .command('timeline')
    .description('what happened, in order')
    .option('--from <day>', 'what may have happened on that day or later, YYYY-MM-DD')
    .option('--to <day>', 'what may have happened on that day or earlier, YYYY-MM-DD')
    .option('--entity <slug>', 'developments that name this entity')
    .option('--matter <slug>', 'developments of this matter')
    .option('--kind <kind>', 'developments of this kind, such as FineImposed')
    .option('--search <words>', 'developments that hold these words, or name an entity called so; "in quotes" in a row')
    .addOption(new Option('--order <order>', 'earliest first, or latest first').choices(['asc', 'desc']))
    .option('--known-at <moment>', 'position:<n> or an RFC 3339 instant (default: all that is known)')
    .option('--include-retracted', 'retracted developments too');
  asQuestion(command).action(async (options: Options) => {
    const { from, to, entity, matter, kind, search, order, knownAt, limit } = options;
    const include = options.includeRetracted && 'retracted';
    await answer(command, {
      operation: 'getTimeline',
      request: { from, to, entity, matter, kind, q: search, order, knownAt, include, limit },
      text: (pages) => timelineText(pages, process.stdout.columns ?? Number.POSITIVE_INFINITY),
    });
  });
}
