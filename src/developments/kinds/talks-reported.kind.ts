import { Slug, Slugs } from '../../fields/index.js';
import { PARTY } from './fitting-types.js';
import { defineKind } from './kind.js';
import { listed } from './wording.js';

class TalksReportedDetails {
  @Slugs(PARTY) parties!: string[];
  @Slug(['topic']) topic!: string;
}

export const talksReported = defineKind({
  kind: 'TalksReported',
  description: 'Parties were reported to be in talks about a deal.',
  details: TalksReportedDetails,
  facts: ['deal:<topic>'],
  summary: ({ parties, topic }) => `${listed(parties)} were reported in talks on ${topic}`,
  effects: ({ topic }) => [{ predicate: 'deal', subject: topic, value: 'talks', node: 'when' }],
});
