import { Amount, DevelopmentId, ExactlyOneOf, Flag, type Money, plainMoney } from '../../fields/index.js';
import { defineKind } from './kind.js';
import { amountOf } from './wording.js';

@ExactlyOneOf('amount', 'annulled')
class FineChangedDetails {
  @DevelopmentId({ description: 'The FineImposed that it changes' }) fine!: string;
  @Amount({ optional: true, description: 'What the fine is now' }) amount?: Money;
  @Flag() annulled?: true;
}

export const fineChanged = defineKind({
  kind: 'FineChanged',
  description:
    'A fine was raised, lowered or annulled. It is never before the fine, and says nothing while that is retracted.',
  details: FineChangedDetails,
  facts: ['penalty:<party of the fine>:<fine>'],
  summary: ({ fine, amount }) => `fine ${fine} was ${amount ? `changed to ${amountOf(amount)}` : 'annulled'}`,
  fine: ({ fine }) => fine,
  effects: ({ amount }, { fine }) =>
    fine
      ? [
          {
            predicate: 'penalty',
            subject: fine.party,
            object: fine.id,
            value: amount ? plainMoney(amount) : 'annulled',
            node: 'when',
          },
        ]
      : [],
});
