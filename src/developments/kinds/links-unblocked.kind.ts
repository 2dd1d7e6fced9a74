import { Slug, Slugs } from '../../fields/index.js';
import { LINKED } from './fitting-types.js';
import { defineKind } from './kind.js';
import { listed } from './wording.js';

class LinksUnblockedDetails {
  @Slug(LINKED) from!: string;
  @Slugs(LINKED) to!: string[];
}

export const linksUnblocked = defineKind({
  kind: 'LinksUnblocked',
  description: 'A service let its users follow links to others again.',
  details: LinksUnblockedDetails,
  facts: ['links:<from>:<to>'],
  summary: ({ from, to }) => `${from} unblocked links to ${listed(to)}`,
  effects: ({ from, to }) =>
    to.map((target) => ({ predicate: 'links', subject: from, object: target, value: 'allowed', node: 'when' })),
});
