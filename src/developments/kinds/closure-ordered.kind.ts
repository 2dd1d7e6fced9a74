import { Slug } from '../../fields/index.js';
import { defineKind } from './kind.js';

class ClosureOrderedDetails {
  @Slug(['authority']) authority!: string;
  @Slug(['facility']) facility!: string;
}

export const closureOrdered = defineKind({
  kind: 'ClosureOrdered',
  description: 'An authority ordered a facility, such as a consulate or an office, to be closed.',
  details: ClosureOrderedDetails,
  facts: ['presence:<facility>'],
  summary: ({ authority, facility }) => `${authority} ordered the closure of ${facility}`,
  effects: ({ facility }) => [{ predicate: 'presence', subject: facility, value: 'closure-ordered', node: 'when' }],
});
