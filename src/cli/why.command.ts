import type { Command } from 'commander';
import { answer, asQuestion } from './question.js';
import { whyText } from './why.text.js';

export function addWhy(program: Command): void {
  const command = program
    .command('why <fact>')
    .description('why a fact is what it is on a day: everything that speaks of it, and what counts')
    .option('--as-of <day>', 'the day asked about, YYYY-MM-DD (default: today, UTC)')
    .option('--known-at <moment>', 'position:<n> or an RFC 3339 instant (default: all that is known)');
  asQuestion(command).action(async (fact: string, { asOf, knownAt, limit }: Record<string, string>) =>
    answer(command, {
      operation: 'explainFact',
      request: { fact, asOf, knownAt, limit },
      text: (pages) => whyText(pages, process.stdout.columns || Number.POSITIVE_INFINITY),
    }),
  );
}
