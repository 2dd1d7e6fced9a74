import { Day, ExactlyOneOf, MatterSlug, Slug } from '../../fields/index.js';
import { defineKind } from './kind.js';

@ExactlyOneOf('matter', 'entity')
class CoverageStatedDetails {
  @MatterSlug({ optional: true }) matter?: string;
  @Slug('any', { optional: true }) entity?: string;
  @Day({ description: 'The last day of what was searched' }) through!: string;
}

export const coverageStated = defineKind({
  kind: 'CoverageStated',
  description:
    'Someone has searched for all about a matter or an entity, through a day: what is unrecorded until then was not found.',
  details: CoverageStatedDetails,
  facts: [],
  summary: ({ matter, entity, through }) => `${matter ?? entity} was searched through ${through}`,
  effects: () => [],
});
