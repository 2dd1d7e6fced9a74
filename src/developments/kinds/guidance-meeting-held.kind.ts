import { Slug, Slugs, Texts } from '../../fields/index.js';
import { PARTY } from './fitting-types.js';
import { defineKind } from './kind.js';
import { listed, oneLine } from './wording.js';

class GuidanceMeetingHeldDetails {
  @Slug(['authority']) authority!: string;
  @Slugs(PARTY) attendees!: string[];
  @Texts({ max: 200, description: 'What it was about' }) topics!: string[];
}

export const guidanceMeetingHeld = defineKind({
  kind: 'GuidanceMeetingHeld',
  description: 'An authority called companies in to tell them what it expects.',
  details: GuidanceMeetingHeldDetails,
  facts: [],
  summary: ({ authority, attendees, topics }) =>
    `${authority} met ${listed(attendees)} about ${listed(topics.map(oneLine))}`,
  effects: () => [],
});
