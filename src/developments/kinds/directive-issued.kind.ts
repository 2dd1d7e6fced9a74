import { Slug, Slugs, Text } from '../../fields/index.js';
import { PARTY } from './fitting-types.js';
import { defineKind } from './kind.js';
import { listed, oneLine } from './wording.js';

class DirectiveIssuedDetails {
  @Slug(['authority']) authority!: string;
  @Slugs(PARTY) addressees!: string[];
  @Slug(['directive']) directive!: string;
  @Text({ max: 1_000, description: 'What has to be done' }) requirement!: string;
}

export const directiveIssued = defineKind({
  kind: 'DirectiveIssued',
  description: 'An authority ordered named parties to do something, or to stop.',
  details: DirectiveIssuedDetails,
  facts: ['obligation:<addressee>:<directive>'],
  summary: ({ authority, addressees, directive, requirement }) =>
    `${authority} issued ${directive} to ${listed(addressees)}: ${oneLine(requirement)}`,
  effects: ({ addressees, directive }) =>
    addressees.map((addressee) => ({
      predicate: 'obligation',
      subject: addressee,
      object: directive,
      value: 'ordered',
      node: 'when',
    })),
});
