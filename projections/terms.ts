/** Scripts that are written without spaces between words. */
const UNSPACED = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}';
const RUNS = new RegExp(
  `(?<run>(?:(?=[\\p{L}\\p{N}])[${UNSPACED}])+)|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
);
const A_CHARACTER = new RegExp(`^[${UNSPACED}]$`, 'u');
const ASCII = /^[\0-\x7f]*$/;
const ASCII_WORDS = /[a-z0-9]+/g;
const DIACRITICS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/g;

/** Letters that are not made of a plain one and a mark, as they are written where they can't be typed. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
};
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** UTF-16 units; two words that begin with so many of the same are one. */
const LONGEST_WORD = 64;

/**
 * A text as it is searched for, term by term: words in lower case and without diacritics; Chinese and Japanese in
 * overlapping pairs of characters, the last character of a run once more by itself, so that every character begins
 * a term. Terms hold letters, digits and marks alone.
 */
export function termsOf(text: string): readonly string[] {
  if (ASCII.test(text)) return (text.toLowerCase().match(ASCII_WORDS) ?? []).map(shortened);
  const terms: string[] = [];
  for (const { 0: word, groups } of folded(text).matchAll(RUNS)) {
    if (groups?.run === undefined) {
      terms.push(shortened(word));
      continue;
    }
    const characters = [...word];
    for (const [place, character] of characters.entries()) terms.push(character + (characters[place + 1] ?? ''));
  }
  return terms;
}

/** Terms to look for in a row; of the last only the beginning, if it is `open`. */
export interface Phrase {
  readonly terms: readonly string[];
  readonly open: boolean;
}

/** Whether a word of so many letters may stand for longer ones that begin with it. */
const SHORTEST_BEGINNING = 3;
const NUMBER = /^\p{N}+$/u;

/**
 * A text as something to look for in others; undefined where it holds nothing that can be looked for.
 * @param whole its last word stands for itself alone, not for words that begin with it
 */
export function phraseOf(text: string, whole: boolean): Phrase | undefined {
  const terms = termsOf(text);
  const last = terms.at(-1);
  if (last === undefined) return undefined;
  if (!A_CHARACTER.test(last)) {
    return { terms, open: !whole && last.length >= SHORTEST_BEGINNING && !NUMBER.test(last) };
  }
  // Of a run that goes on elsewhere: what comes after its last pair is not known.
  const endsARun = [...(terms.at(-2) ?? '')].length === 2 && terms.at(-2)?.endsWith(last);
  return endsARun ? { terms: terms.slice(0, -1), open: false } : { terms, open: true };
}

const shortened = (word: string): string => word.slice(0, LONGEST_WORD);

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(DIACRITICS, '')
    .normalize('NFC')
    .replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter);
