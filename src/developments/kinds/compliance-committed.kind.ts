import { OneOf, Slug } from '../../fields/index.js';
import { PARTY } from './fitting-types.js';
import { defineKind } from './kind.js';

class ComplianceCommittedDetails {
  @Slug(PARTY) party!: string;
  @Slug(['directive']) directive!: string;
  @OneOf(['full', 'phased', 'partial'], { description: 'How far it will comply' }) extent!: string;
}

export const complianceCommitted = defineKind({
  kind: 'ComplianceCommitted',
  description: 'A party said that it will comply with a directive.',
  details: ComplianceCommittedDetails,
  facts: ['obligation:<party>:<directive>'],
  summary: ({ party, directive, extent }) => `${party} committed to ${extent} compliance with ${directive}`,
  effects: ({ party, directive }) => [
    { predicate: 'obligation', subject: party, object: directive, value: 'committed', node: 'when' },
  ],
});
