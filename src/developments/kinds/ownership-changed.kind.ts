import { NO_ENTITY, Slug } from '../../fields/index.js';
import { OWNED, OWNER } from './fitting-types.js';
import { defineKind } from './kind.js';

class OwnershipChangedDetails {
  @Slug(OWNER, { except: NO_ENTITY, description: 'The new owner; a place stands for its state' }) owner!: string;
  @Slug(OWNED) owned!: string;
}

export const ownershipChanged = defineKind({
  kind: 'OwnershipChanged',
  description: 'A company or service has another owner now, or none.',
  details: OwnershipChangedDetails,
  facts: ['owner:<owned>'],
  summary: ({ owner, owned }) =>
    owner === NO_ENTITY ? `${owned} was left without an owner` : `${owner} became the owner of ${owned}`,
  effects: ({ owner, owned }) => [{ predicate: 'owner', subject: owned, value: owner, node: 'when' }],
});
