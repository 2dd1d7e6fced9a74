import { Edtf, Flag, Requires, Slug, Slugs, Text } from '../../fields/index.js';
import { OFFERED } from './fitting-types.js';
import { defineKind } from './kind.js';
import { listed, oneLine } from './wording.js';

@Requires('retroactive', 'effective')
class BanOrderedDetails {
  @Slug(['authority']) authority!: string;
  @Slug(['place']) jurisdiction!: string;
  @Slugs(OFFERED) services!: string[];
  @Edtf({ expected: true, optional: true, description: 'From when the ban holds' }) effective?: string;
  @Flag({ description: 'The ban holds from before it was ordered' }) retroactive?: true;
  @Text({ max: 1_000, optional: true, description: 'The law it rests on' }) legalBasis?: string;
}

export const banOrdered = defineKind({
  kind: 'BanOrdered',
  description: 'An authority banned services, or all services of a category, in a jurisdiction.',
  details: BanOrderedDetails,
  facts: ['availability:<service>:<jurisdiction>'],
  summary: ({ authority, jurisdiction, services, effective, retroactive, legalBasis }) =>
    `${authority} banned ${listed(services)} in ${jurisdiction}` +
    (effective ? `, effective${retroactive ? ' retroactively' : ''} from ${effective}` : '') +
    (legalBasis ? `, under ${oneLine(legalBasis)}` : ''),
  dates: ({ effective, retroactive }) =>
    effective ? [{ node: 'effective', date: effective, notBeforeWhen: !retroactive }] : [],
  effects: ({ jurisdiction, services, effective, retroactive }) => {
    const availability = (value: string, node: string) =>
      services.map((service) => ({ predicate: 'availability', subject: service, object: jurisdiction, value, node }));
    // A ban that holds from before its order never stood as merely ordered.
    return [
      ...(retroactive ? [] : availability('ban-ordered', 'when')),
      ...(effective ? availability('banned', 'effective') : []),
    ];
  },
});
