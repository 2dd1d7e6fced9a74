import { meeting } from '../cast.js';
import type { ImportResult } from '../service.js';

/** A line that records a development. */
export const development = (body: object, ref?: string): object => ({ development: { ...body, ...(ref && { ref }) } });

/** What became of each line: its status, or the code of the problem it was refused with. */
export const statuses = (results: readonly ImportResult[]): readonly (string | undefined)[] =>
  results.slice(0, -1).map(({ status, problem }) => problem?.code ?? status);

export const summary = (lines: number, recorded: number, unchanged: number, refused: number): object => ({
  summary: { lines, recorded, unchanged, refused },
});

/** One line of every sort. */
export const STORY = [
  { import: { dataset: 'story' } },
  { entity: { slug: 'guizhou', type: 'place', name: 'Guizhou', jurisdiction: 'cn' } },
  { matter: { slug: 'data', title: 'Data' } },
  development(meeting('2021-09-09', { matter: 'data' }), 'meeting'),
  { correction: { of: 'meeting', changes: { when: '2021-09-10' }, reason: 'Late edition.', cause: 'source-error' } },
  { source: { of: 'meeting', publisher: 'P', title: 'T' } },
  { retraction: { of: 'meeting', reason: 'Wrong.' } },
  { reinstatement: { of: 'meeting', reason: 'Right after all.' } },
] as const;
