import type { Language } from '../place/place.js';
import { type DateWords, makeDateWords } from '../time/date-words.js';
import type { Dictionary, WordKey } from './dictionary.js';
import { EN } from './en.js';
import { ZH } from './zh.js';

/** What the page says, in one language. */
export interface Words {
  readonly language: Language;
  /** A text, its {places} filled in. */
  say(key: WordKey, fill?: Readonly<Record<string, string | number>>): string;
  /** Whether there is such a text. */
  has(key: string): key is WordKey;
  /** A word of the data, where the dictionary has it, or as it stands. */
  word(prefix: 'value' | 'kind' | 'predicate' | 'type' | 'cause' | 'event' | 'detail', word: string): string;
  readonly dates: DateWords;
  readonly count: (value: number) => string;
}

const DICTIONARIES: Readonly<Record<Language, Dictionary>> = { en: EN, zh: ZH };

export function wordsIn(language: Language): Words {
  const dictionary = DICTIONARIES[language];
  const say: Words['say'] = (key, fill) => filled(dictionary[key], fill);
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'zh-CN');
  return {
    language,
    say,
    has: (key): key is WordKey => Object.hasOwn(dictionary, key),
    word: (prefix, word) => (dictionary as Readonly<Record<string, string>>)[`${prefix}.${word}`] ?? spelled(word),
    dates: makeDateWords(language, {
      by: (day) => say('date.by', { day }),
      from: (day) => say('date.from', { day }),
      anyDay: say('date.any'),
    }),
    count: (value) => number.format(value),
  };
}

const filled = (text: string, fill: Readonly<Record<string, string | number>> = {}): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(fill[name] ?? place));

/** A slug, or a name like GuidanceMeetingHeld, as words. */
const spelled = (word: string): string =>
  /^[A-Z]/.test(word) ? word.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ') : word.replaceAll('-', ' ');
