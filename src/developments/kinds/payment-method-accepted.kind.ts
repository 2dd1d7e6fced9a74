import { Slug, Slugs } from '../../fields/index.js';
import { VENUE } from './fitting-types.js';
import { defineKind } from './kind.js';
import { listed } from './wording.js';

class PaymentMethodAcceptedDetails {
  @Slugs(VENUE) venues!: string[];
  @Slug(['service']) method!: string;
}

export const paymentMethodAccepted = defineKind({
  kind: 'PaymentMethodAccepted',
  description: 'Venues accept a means of payment.',
  details: PaymentMethodAcceptedDetails,
  facts: ['payment:<venue>:<method>'],
  summary: ({ venues, method }) => `${method} is accepted at ${listed(venues)}`,
  effects: ({ venues, method }) =>
    venues.map((venue) => ({ predicate: 'payment', subject: venue, object: method, value: 'accepted', node: 'when' })),
});
