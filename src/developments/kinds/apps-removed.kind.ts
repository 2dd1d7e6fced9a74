import { Count, Slug } from '../../fields/index.js';
import { defineKind } from './kind.js';

class AppsRemovedDetails {
  @Slug(['service']) store!: string;
  @Slug(['place']) jurisdiction!: string;
  @Slug(['category']) category!: string;
  @Count({ optional: true, description: 'How many apps' }) count?: number;
}

export const appsRemoved = defineKind({
  kind: 'AppsRemoved',
  description: 'A store removed the apps of a category.',
  details: AppsRemovedDetails,
  facts: ['availability:<category>:<store>'],
  summary: ({ store, jurisdiction, category, count }) =>
    `${store} removed ${count === undefined ? '' : `${count} apps of `}${category} in ${jurisdiction}`,
  effects: ({ store, category }) => [
    { predicate: 'availability', subject: category, object: store, value: 'removed', node: 'when' },
  ],
});
