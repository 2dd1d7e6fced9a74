import type { DevelopmentView, EventNote } from '../timeline/development-view.js';

const CAUSES: Readonly<Record<string, string>> = {
  'recording-error': 'it had been recorded wrongly',
  'source-error': 'a source had been wrong',
  'new-information': 'more became known',
};

/** What was last done to a development after it was recorded; undefined where nothing was. */
export function changeText({ revision }: Pick<DevelopmentView, 'revision'>, note: EventNote): string | undefined {
  if (revision === 0) return undefined;
  const because = [note.cause === undefined ? undefined : CAUSES[note.cause], note.reason].filter(
    (each) => each !== undefined,
  );
  const why = because.length === 0 ? '' : ` (${because.join('; ')})`;
  switch (note.type) {
    case 'DevelopmentRetracted':
      return `Retracted${why}.`;
    case 'DevelopmentReinstated':
      return `Reinstated${why}.`;
    case 'SourceAdded':
      return 'A source was added.';
    default:
      return `Corrected${why}; changed: ${(note.changed ?? []).map((pointer) => pointer.slice(1)).join(', ')}.`;
  }
}
