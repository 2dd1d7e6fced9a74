import { Slug } from '../../fields/index.js';
import { PARTY } from './fitting-types.js';
import { defineKind } from './kind.js';

class ComplianceAchievedDetails {
  @Slug(PARTY) party!: string;
  @Slug(['directive']) directive!: string;
}

export const complianceAchieved = defineKind({
  kind: 'ComplianceAchieved',
  description: 'A party has done what a directive asks.',
  details: ComplianceAchievedDetails,
  facts: ['obligation:<party>:<directive>'],
  summary: ({ party, directive }) => `${party} complied with ${directive}`,
  effects: ({ party, directive }) => [
    { predicate: 'obligation', subject: party, object: directive, value: 'complied', node: 'when' },
  ],
});
