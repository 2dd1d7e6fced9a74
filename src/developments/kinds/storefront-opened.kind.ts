import { Slug } from '../../fields/index.js';
import { SELLER, VENUE } from './fitting-types.js';
import { defineKind } from './kind.js';

class StorefrontOpenedDetails {
  @Slug(SELLER) seller!: string;
  @Slug(VENUE) venue!: string;
}

export const storefrontOpened = defineKind({
  kind: 'StorefrontOpened',
  description: 'A seller opened a shop on a platform.',
  details: StorefrontOpenedDetails,
  facts: ['storefront:<seller>:<venue>'],
  summary: ({ seller, venue }) => `${seller} opened a storefront on ${venue}`,
  effects: ({ seller, venue }) => [
    { predicate: 'storefront', subject: seller, object: venue, value: 'open', node: 'when' },
  ],
});
