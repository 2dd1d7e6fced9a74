import { Slug, Slugs } from '../../fields/index.js';
import { PARTY } from './fitting-types.js';
import { defineKind } from './kind.js';
import { listed } from './wording.js';

class InvestigationOpenedDetails {
  @Slug(['authority']) authority!: string;
  @Slugs(PARTY) parties!: string[];
  @Slug(['case']) case!: string;
}

export const investigationOpened = defineKind({
  kind: 'InvestigationOpened',
  description: 'An authority opened a case about parties.',
  details: InvestigationOpenedDetails,
  facts: ['proceeding:<case>'],
  summary: (details) => `${details.authority} opened ${details.case} against ${listed(details.parties)}`,
  effects: (details) => [{ predicate: 'proceeding', subject: details.case, value: 'open', node: 'when' }],
});
