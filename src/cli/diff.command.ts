import type { Command } from 'commander';
import { diffText } from './diff.text.js';
import { answer, asQuestion } from './question.js';

export function addDiff(program: Command): void {
  const command = program
    .command('diff')
    .description('what differs between two days, or between what was known at two moments, and why')
    .option('--from-as-of <day>', 'the day to compare from, YYYY-MM-DD (default: that of --to-as-of)')
    .option('--to-as-of <day>', 'the day to compare to, YYYY-MM-DD (default: today, UTC)')
    .option('--from-known-at <moment>', 'what was known there (default: that of --to-known-at)')
    .option('--to-known-at <moment>', 'position:<n> or an RFC 3339 instant (default: all that is known)')
    .option('--entity <slug>', 'facts about this entity')
    .option('--matter <slug>', 'facts of this matter')
    .option('--predicate <name>', 'facts of this sort, such as links or penalty');
  asQuestion(command).action(async (options: Record<string, string>) => {
    const { fromAsOf, toAsOf, fromKnownAt, toKnownAt, entity, matter, predicate, limit } = options;
    await answer(command, {
      operation: 'getDiff',
      request: {
        'from.asOf': fromAsOf,
        'from.knownAt': fromKnownAt,
        'to.asOf': toAsOf,
        'to.knownAt': toKnownAt,
        entity,
        matter,
        predicate,
        limit,
      },
      text: diffText,
    });
  });
}
