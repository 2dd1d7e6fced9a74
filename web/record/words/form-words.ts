import { useCallback } from 'preact/hooks';
import { useWords } from '../../words/words.js';
import { EN_FORMS } from './en.js';
import { ZH_FORMS } from './zh.js';

export type FormWord = keyof typeof EN_FORMS;
export type SayInForm = (key: FormWord, fill?: Readonly<Record<string, string | number>>) => string;

const DICTIONARIES = { en: EN_FORMS, zh: ZH_FORMS } as const;

/** What forms say; they bring their own words, which others need not load. */
export function useFormWords(): { readonly tell: SayInForm; readonly label: (name: string) => string } {
  const { language, word } = useWords();
  const dictionary: Readonly<Record<string, string>> = DICTIONARIES[language];
  const tell = useCallback<SayInForm>(
    (key, fill = {}) =>
      (dictionary[key] ?? key).replaceAll(/\{(\w+)\}/g, (place, name: string) => String(fill[name] ?? place)),
    [dictionary],
  );
  const label = useCallback((name: string) => dictionary[`field.${name}`] ?? word('detail', name), [dictionary, word]);
  return { tell, label };
}
