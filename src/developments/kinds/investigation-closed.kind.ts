import { Slug, Slugs } from '../../fields/index.js';
import { PARTY } from './fitting-types.js';
import { defineKind } from './kind.js';
import { listed } from './wording.js';

class InvestigationClosedDetails {
  @Slug(['authority']) authority!: string;
  @Slugs(PARTY) parties!: string[];
  @Slug(['case']) case!: string;
}

export const investigationClosed = defineKind({
  kind: 'InvestigationClosed',
  description: 'An authority closed a case about parties.',
  details: InvestigationClosedDetails,
  facts: ['proceeding:<case>'],
  summary: (details) => `${details.authority} closed ${details.case} against ${listed(details.parties)}`,
  effects: (details) => [{ predicate: 'proceeding', subject: details.case, value: 'closed', node: 'when' }],
});
