import type { Names } from '../words/names.js';

/** The words of what is looked for, or of a name; punctuation and a genitive's s are no part of them. */
export const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .toLowerCase()
      .replaceAll(/['’]s(?![a-z])/g, '')
      .split(/[\s→:,.?!，。？！、]+/)
      .filter((each) => each !== ''),
  ),
];

export const isChinese = (word: string): boolean => /^[\u3400-\u9fff]+$/.test(word);

/** Whom a text names: for each name in it, those who are called so. “WeChat Pay” names no WeChat. */
export function namedIn(text: string, { entities }: Names): readonly ReadonlySet<string>[] {
  const callings = new Map<string, Set<string>>();
  for (const { slug, name, names, aliases } of entities.values()) {
    for (const each of [slug, name, ...Object.values(names ?? {}), ...(aliases ?? [])]) {
      const called = wordsOf(each).join(' ');
      if (called.length > 1) callings.set(called, (callings.get(called) ?? new Set()).add(slug));
    }
  }
  const longestFirst = [...callings].sort(([a], [b]) => b.length - a.length);
  const named: ReadonlySet<string>[] = [];
  let rest = ` ${wordsOf(text).join(' ')} `;
  for (const [called, slugs] of longestFirst) {
    const wanted = isChinese(called) ? called : ` ${called} `;
    if (!rest.includes(wanted)) continue;
    named.push(slugs);
    rest = rest.replaceAll(wanted, ' | ');
  }
  return named;
}
