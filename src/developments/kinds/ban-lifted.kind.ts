import { Slug, Slugs } from '../../fields/index.js';
import { OFFERED } from './fitting-types.js';
import { defineKind } from './kind.js';
import { listed } from './wording.js';

class BanLiftedDetails {
  @Slug(['place']) jurisdiction!: string;
  @Slugs(OFFERED) services!: string[];
}

export const banLifted = defineKind({
  kind: 'BanLifted',
  description: 'Services that were banned in a jurisdiction are available there again.',
  details: BanLiftedDetails,
  facts: ['availability:<service>:<jurisdiction>'],
  summary: ({ jurisdiction, services }) => `the ban of ${listed(services)} in ${jurisdiction} was lifted`,
  effects: ({ jurisdiction, services }) =>
    services.map((service) => ({
      predicate: 'availability',
      subject: service,
      object: jurisdiction,
      value: 'available',
      node: 'when',
    })),
});
