import { Edtf, Flag, Requires, Slug, Texts } from '../../fields/index.js';
import { defineKind } from './kind.js';
import { listed, oneLine } from './wording.js';

@Requires('retroactive', 'inForce')
class InstrumentIssuedDetails {
  @Slug(['authority']) authority!: string;
  @Slug(['instrument']) instrument!: string;
  @Texts({ max: 200, description: 'What it is about' }) subjects!: string[];
  @Edtf({ expected: true, optional: true, description: 'From when it is in force' }) inForce?: string;
  @Flag({ description: 'It is in force from before it was issued' }) retroactive?: true;
}

export const instrumentIssued = defineKind({
  kind: 'InstrumentIssued',
  description: 'An authority issued a law, regulation, guideline or the like.',
  details: InstrumentIssuedDetails,
  facts: ['instrument:<instrument>'],
  summary: ({ authority, instrument, subjects, inForce, retroactive }) =>
    `${authority} issued ${instrument} on ${listed(subjects.map(oneLine))}` +
    (inForce ? `, in force${retroactive ? ' retroactively' : ''} from ${inForce}` : ''),
  dates: ({ inForce, retroactive }) =>
    inForce ? [{ node: 'inForce', date: inForce, notBeforeWhen: !retroactive }] : [],
  effects: ({ instrument, inForce, retroactive }) => [
    // What came into force before it was issued never stood as merely adopted.
    ...(retroactive ? [] : [{ predicate: 'instrument', subject: instrument, value: 'adopted', node: 'when' }]),
    ...(inForce ? [{ predicate: 'instrument', subject: instrument, value: 'in-force', node: 'inForce' }] : []),
  ],
});
