import { Amount, type Money, plainMoney, Slug, Text } from '../../fields/index.js';
import { PARTY } from './fitting-types.js';
import { defineKind } from './kind.js';
import { amountOf, oneLine } from './wording.js';

class FineImposedDetails {
  @Slug(['authority']) authority!: string;
  @Slug(PARTY) party!: string;
  @Amount({ optional: true, description: 'Left out where it is unknown' }) amount?: Money;
  @Text({ max: 1_000, optional: true, description: 'What for' }) basis?: string;
}

export const fineImposed = defineKind({
  kind: 'FineImposed',
  description: 'An authority fined a party. A later change to the fine is a FineChanged.',
  details: FineImposedDetails,
  facts: ['penalty:<party>:<development>'],
  summary: ({ authority, party, amount, basis }) =>
    `${authority} fined ${party} ${amount ? amountOf(amount) : 'an unknown amount'}${basis ? ` for ${oneLine(basis)}` : ''}`,
  effects: ({ party, amount }, { id }) => [
    {
      predicate: 'penalty',
      subject: party,
      object: id,
      value: amount ? plainMoney(amount) : 'amount-unknown',
      node: 'when',
    },
  ],
});
