import { Slug, Slugs } from '../../fields/index.js';
import { VENUE } from './fitting-types.js';
import { defineKind } from './kind.js';
import { listed } from './wording.js';

class PaymentMethodEndedDetails {
  @Slugs(VENUE) venues!: string[];
  @Slug(['service']) method!: string;
}

export const paymentMethodEnded = defineKind({
  kind: 'PaymentMethodEnded',
  description: 'Venues no longer accept a means of payment.',
  details: PaymentMethodEndedDetails,
  facts: ['payment:<venue>:<method>'],
  summary: ({ venues, method }) => `${method} is no longer accepted at ${listed(venues)}`,
  effects: ({ venues, method }) =>
    venues.map((venue) => ({ predicate: 'payment', subject: venue, object: method, value: 'ended', node: 'when' })),
});
