import { Slug, Slugs } from '../../fields/index.js';
import { defineKind } from './kind.js';
import { programmeNotAmongItsLines } from './programme-lines.js';
import { listed } from './wording.js';

class ProgrammeLaunchedDetails {
  @Slug(['authority']) authority!: string;
  @Slug(['programme']) programme!: string;
  @Slugs(['programme'], { min: 0, description: 'Its parts, as far as they are named' }) lines!: string[];
}

export const programmeLaunched = defineKind({
  kind: 'ProgrammeLaunched',
  description: 'An authority launched a programme, or extended it by lines.',
  details: ProgrammeLaunchedDetails,
  facts: ['programme:<programme>', 'programme:<line>'],
  summary: ({ authority, programme, lines }) =>
    `${authority} launched ${programme}${lines.length === 0 ? '' : ` with ${listed(lines)}`}`,
  check: ({ programme, lines }) => programmeNotAmongItsLines(programme, lines),
  effects: ({ programme, lines }) =>
    [programme, ...lines].map((each) => ({ predicate: 'programme', subject: each, value: 'active', node: 'when' })),
});
