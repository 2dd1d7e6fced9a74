import { Slug, Text } from '../../fields/index.js';
import { PARTY } from './fitting-types.js';
import { defineKind } from './kind.js';
import { oneLine } from './wording.js';

class StatementMadeDetails {
  @Slug(PARTY) party!: string;
  @Text({ max: 500 }) about!: string;
  @Text({ max: 2_000, description: 'What was said, in short' }) gist!: string;
}

export const statementMade = defineKind({
  kind: 'StatementMade',
  description: 'A party said something in public that changes no fact by itself.',
  details: StatementMadeDetails,
  facts: [],
  summary: ({ party, about, gist }) => `${party} on ${oneLine(about)}: ${oneLine(gist)}`,
  effects: () => [],
});
