import { type Command, Option } from 'commander';
import { historyText } from './history.text.js';
import { answer, asQuestion } from './question.js';

export function addHistory(program: Command): void {
  const command = program
    .command('history <fact>')
    .description('what was believed of a fact, and when')
    .addOption(new Option('--as-of <day>', 'what was believed of that day alone, YYYY-MM-DD').conflicts(['from', 'to']))
    .option('--from <day>', 'what was believed of that day and later, YYYY-MM-DD')
    .option('--to <day>', 'what was believed of that day and earlier, YYYY-MM-DD')
    .option('--known-at <moment>', 'position:<n> or an RFC 3339 instant (default: all that is known)');
  asQuestion(command).action(async (fact: string, options: Record<string, string>) => {
    const { asOf, from = asOf, to = asOf, knownAt, limit } = options;
    await answer(command, {
      operation: 'getFactHistory',
      request: { fact, from, to, knownAt, limit },
      text: historyText,
    });
  });
}
