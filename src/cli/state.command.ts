import type { Command } from 'commander';
import { answer, asQuestion } from './question.js';
import { stateText } from './state.text.js';

export function addState(program: Command): void {
  const command = program
    .command('state')
    .description('what was so on a day, as known at a moment')
    .option('--as-of <day>', 'the day asked about, YYYY-MM-DD (default: today, UTC)')
    .option('--known-at <moment>', 'position:<n> or an RFC 3339 instant (default: all that is known)')
    .option('--entity <slug>', 'facts about this entity')
    .option('--matter <slug>', 'facts of this matter')
    .option('--predicate <name>', 'facts of this sort, such as links or penalty');
  asQuestion(command).action(async ({ asOf, knownAt, entity, matter, predicate, limit }: Record<string, string>) =>
    answer(command, {
      operation: 'getState',
      request: { asOf, knownAt, entity, matter, predicate, limit },
      text: stateText,
    }),
  );
}
