import { Slug } from '../../fields/index.js';
import { defineKind } from './kind.js';

class InstrumentRepealedDetails {
  @Slug(['instrument']) instrument!: string;
}

export const instrumentRepealed = defineKind({
  kind: 'InstrumentRepealed',
  description: 'A law, regulation, guideline or the like was repealed.',
  details: InstrumentRepealedDetails,
  facts: ['instrument:<instrument>'],
  summary: ({ instrument }) => `${instrument} was repealed`,
  effects: ({ instrument }) => [{ predicate: 'instrument', subject: instrument, value: 'repealed', node: 'when' }],
});
