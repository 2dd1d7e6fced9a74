import { Slug } from '../../fields/index.js';
import { PARTY } from './fitting-types.js';
import { defineKind } from './kind.js';

class DataCentreOpenedDetails {
  @Slug(PARTY) party!: string;
  @Slug(['place']) place!: string;
}

export const dataCentreOpened = defineKind({
  kind: 'DataCentreOpened',
  description: 'A party opened a data centre in a place.',
  details: DataCentreOpenedDetails,
  facts: ['data-centre:<party>:<place>'],
  summary: ({ party, place }) => `${party} opened a data centre in ${place}`,
  effects: ({ party, place }) => [
    { predicate: 'data-centre', subject: party, object: place, value: 'open', node: 'when' },
  ],
});
