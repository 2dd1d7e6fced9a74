import { useForm } from '../doc/use-form.js';
import { useFormWords } from '../words/form-words.js';
import type { Tied } from './field.js';

interface Unchosen {
  /** What is written and not chosen; undefined: what is chosen is shown. */
  readonly typed: string | undefined;
  /** Tied to what is said below the field. */
  readonly tied: Tied;
  /** Says that something is still to be chosen. */
  readonly hint: string | undefined;
  readonly hintId: string;
  /** @returns whether the field was emptied, which takes away what was chosen */
  type(text: string): boolean;
  settle(): void;
}

/** What is written in a field that takes a choice. What is chosen stays until another is, or until it is emptied. */
export function useUnchosen(pointer: string, tied: Tied): Unchosen {
  const { unchosen, leaveUnchosen } = useForm();
  const { tell } = useFormWords();
  const typed = unchosen(pointer);
  const hintId = `${tied.id}-choose`;
  const isSaid = typed !== undefined;
  return {
    typed,
    tied: isSaid ? { ...tied, describedBy: [tied.describedBy, hintId].filter(Boolean).join(' ') } : tied,
    hint: isSaid ? tell('combo.choose') : undefined,
    hintId,
    type: (text) => {
      const isEmptied = text.trim() === '';
      leaveUnchosen(pointer, isEmptied ? undefined : text);
      return isEmptied;
    },
    settle: () => leaveUnchosen(pointer, undefined),
  };
}
