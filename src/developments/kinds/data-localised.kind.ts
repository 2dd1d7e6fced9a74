import { Slug, Text } from '../../fields/index.js';
import { PARTY } from './fitting-types.js';
import { defineKind } from './kind.js';
import { oneLine } from './wording.js';

class DataLocalisedDetails {
  @Slug(PARTY) party!: string;
  @Slug(['place']) place!: string;
  @Text({ max: 500, description: 'Which data' }) data!: string;
}

export const dataLocalised = defineKind({
  kind: 'DataLocalised',
  description: 'A party moved data to a place, to be kept there.',
  details: DataLocalisedDetails,
  facts: ['data-location:<party>:<place>'],
  summary: ({ party, place, data }) => `${party} moved data to ${place}: ${oneLine(data)}`,
  effects: ({ party, place }) => [
    { predicate: 'data-location', subject: party, object: place, value: 'in-use', node: 'when' },
  ],
});
