import { Slug, Slugs } from '../../fields/index.js';
import { PARTY } from './fitting-types.js';
import { defineKind } from './kind.js';
import { listed } from './wording.js';

class AgreementReachedDetails {
  @Slugs(PARTY) parties!: string[];
  @Slug(['topic']) topic!: string;
}

export const agreementReached = defineKind({
  kind: 'AgreementReached',
  description: 'Parties reached an agreement on a deal.',
  details: AgreementReachedDetails,
  facts: ['deal:<topic>'],
  summary: ({ parties, topic }) => `${listed(parties)} reached an agreement on ${topic}`,
  effects: ({ topic }) => [{ predicate: 'deal', subject: topic, value: 'agreed', node: 'when' }],
});
