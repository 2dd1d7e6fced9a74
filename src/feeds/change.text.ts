import type { DevelopmentView, EventNote } from '../timeline/development-view.js';

const CAUSES: Readonly<Record<string, string>> = {
  'recording-error': 'It had been recorded wrongly.',
  'source-error': 'A source had been wrong.',
  'new-information': 'More became known.',
};

/** What was last done to a development after it was recorded; undefined where nothing was. */
export function changeText({ revision }: Pick<DevelopmentView, 'revision'>, note: EventNote): string | undefined {
  if (revision === 0) return undefined;
  const { reason, cause, payloadErased } = note;
  return [
    deedOf(note),
    ...(reason === undefined ? [] : [sentence(reason)]),
    ...(payloadErased ? ['What was said of it was erased.'] : []),
    ...(cause === undefined ? [] : [CAUSES[cause] ?? sentence(cause)]),
  ].join(' ');
}

function deedOf({ type, changed = [] }: EventNote): string {
  switch (type) {
    case 'DevelopmentRetracted':
      return 'Retracted.';
    case 'DevelopmentReinstated':
      return 'Reinstated.';
    case 'SourceAdded':
      return 'A source was added.';
    case 'PayloadErased':
      return 'Something was erased.';
    default:
      return changed.length === 0
        ? 'Corrected.'
        : `Corrected: ${changed.map((pointer) => pointer.slice(1)).join(', ')}.`;
  }
}

const sentence = (text: string): string => (/[.!?…。！？]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
