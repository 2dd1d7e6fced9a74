import { Slug, Slugs } from '../../fields/index.js';
import { VENUE } from './fitting-types.js';
import { defineKind } from './kind.js';
import { listed } from './wording.js';

class PaymentMethodAnnouncedDetails {
  @Slugs(VENUE) venues!: string[];
  @Slug(['service']) method!: string;
}

export const paymentMethodAnnounced = defineKind({
  kind: 'PaymentMethodAnnounced',
  description: 'It was announced that venues will accept a means of payment.',
  details: PaymentMethodAnnouncedDetails,
  facts: ['payment:<venue>:<method>'],
  summary: ({ venues, method }) => `${method} was announced for ${listed(venues)}`,
  effects: ({ venues, method }) =>
    venues.map((venue) => ({ predicate: 'payment', subject: venue, object: method, value: 'announced', node: 'when' })),
});
