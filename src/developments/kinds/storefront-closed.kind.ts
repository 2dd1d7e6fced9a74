import { Slug } from '../../fields/index.js';
import { SELLER, VENUE } from './fitting-types.js';
import { defineKind } from './kind.js';

class StorefrontClosedDetails {
  @Slug(SELLER) seller!: string;
  @Slug(VENUE) venue!: string;
}

export const storefrontClosed = defineKind({
  kind: 'StorefrontClosed',
  description: 'A seller closed its shop on a platform, or had to.',
  details: StorefrontClosedDetails,
  facts: ['storefront:<seller>:<venue>'],
  summary: ({ seller, venue }) => `${seller} closed its storefront on ${venue}`,
  effects: ({ seller, venue }) => [
    { predicate: 'storefront', subject: seller, object: venue, value: 'closed', node: 'when' },
  ],
});
