import { Slug } from '../../fields/index.js';
import { PARTY } from './fitting-types.js';
import { defineKind } from './kind.js';

class DataCentreAnnouncedDetails {
  @Slug(PARTY) party!: string;
  @Slug(['place']) place!: string;
}

export const dataCentreAnnounced = defineKind({
  kind: 'DataCentreAnnounced',
  description: 'A party announced a data centre in a place.',
  details: DataCentreAnnouncedDetails,
  facts: ['data-centre:<party>:<place>'],
  summary: ({ party, place }) => `${party} announced a data centre in ${place}`,
  effects: ({ party, place }) => [
    { predicate: 'data-centre', subject: party, object: place, value: 'announced', node: 'when' },
  ],
});
