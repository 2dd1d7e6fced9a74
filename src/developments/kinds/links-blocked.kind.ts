import { Slug, Slugs } from '../../fields/index.js';
import { LINKED } from './fitting-types.js';
import { defineKind } from './kind.js';
import { listed } from './wording.js';

class LinksBlockedDetails {
  @Slug(LINKED) from!: string;
  @Slugs(LINKED) to!: string[];
}

export const linksBlocked = defineKind({
  kind: 'LinksBlocked',
  description: 'A service stopped its users from following links to others.',
  details: LinksBlockedDetails,
  facts: ['links:<from>:<to>'],
  summary: ({ from, to }) => `${from} blocked links to ${listed(to)}`,
  effects: ({ from, to }) =>
    to.map((target) => ({ predicate: 'links', subject: from, object: target, value: 'blocked', node: 'when' })),
});
