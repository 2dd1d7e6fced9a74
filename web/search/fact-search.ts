import type { Fact } from '../asking/answers.js';
import { isDay } from '../time/days.js';
import { questionOf, valueWords } from '../words/fact-words.js';
import type { Names } from '../words/names.js';
import { wordsIn } from '../words/words-in.js';
import { isChinese, namedIn, wordsOf } from './named-in.js';

const LANGUAGES = [wordsIn('en'), wordsIn('zh')];
/** Shorter ones are in every sentence. */
const SHORTEST = 3;
/** So many words have to be found where not all are. */
const FEWEST = 2;

/** A fact is about so many at most. */
const MOST_NAMED = 2;

/**
 * Facts that speak of all the words, in either language; or else, of a whole question, those that speak of most, and of
 * everybody whom it names: a fact about another is no answer to it.
 */
export function factsAbout(facts: readonly Fact[], q: string, names: Names): readonly Fact[] {
  const wanted = wordsOf(q);
  const texts = facts.map((fact) => ({ fact, ...textsOf(fact, names) }));
  const whole = texts.filter(({ subjects, question }) => wanted.every((word) => speaksOf(subjects + question, word)));
  if (whole.length > 0) return whole.map(({ fact }) => fact);
  const telling = wanted.filter((word) => word.length >= SHORTEST || isChinese(word));
  const named = namedIn(q, names);
  const least = Math.min(named.length, MOST_NAMED);
  const isOfThem = ({ fact: { subject, object = '' } }: (typeof texts)[number]): boolean =>
    named.filter((slugs) => slugs.has(subject) || slugs.has(object)).length >= least;
  const found = texts.filter(isOfThem).map(({ fact, subjects }) => ({
    fact,
    count: telling.filter((word) => speaksOf(subjects, word)).length,
  }));
  const most = Math.max(FEWEST, ...found.map(({ count }) => count));
  return found.filter(({ count }) => count === most).map(({ fact }) => fact);
}

/** Whether a word begins one of the text; of Chinese, which parts no words, whether every character is there. */
const speaksOf = (text: string, word: string): boolean =>
  isChinese(word) ? [...word].every((character) => text.includes(character)) : ` ${text}`.includes(` ${word}`);

/** Who and what it is about, and the question that it answers. */
function textsOf(fact: Fact, names: Names): { readonly subjects: string; readonly question: string } {
  const named = [fact.subject, fact.object ?? ''].flatMap((slug) => {
    const { name = '', names: others = {}, aliases = [] } = names.entities.get(slug) ?? {};
    return [slug, name, ...Object.values(others), ...aliases];
  });
  const values = fact.value === undefined ? (fact.values ?? []) : [fact.value];
  const subjects = LANGUAGES.flatMap((words) => [
    words.word('predicate', fact.predicate),
    ...values.map((value) => valueWords(value, fact, words, names)),
  ]);
  const questions = LANGUAGES.map((words) => questionOf(fact, words, names));
  return {
    subjects: [...named, fact.predicate, ...subjects, ''].join(' ').toLowerCase(),
    question: questions.join(' ').toLowerCase(),
  };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day that somebody asks about in words: 2021-09-15, 15 September 2021, Sept 15, 2021, 2021年9月15日. */
export function dayIn(q: string): string | undefined {
  const [, year, month, day] =
    /(\d{4})-(\d{2})-(\d{2})/.exec(q) ?? /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(q) ?? inEnglish(q) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

function inEnglish(q: string): readonly string[] | undefined {
  const [, day, name, year] = /(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})/i.exec(q) ?? [];
  if (name !== undefined) return ['', year ?? '', numberOf(name), day ?? ''];
  const [, month, dayAfter, yearAfter] = /([a-z]{3,9})\.? (\d{1,2}),? (\d{4})/i.exec(q) ?? [];
  return month === undefined ? undefined : ['', yearAfter ?? '', numberOf(month), dayAfter ?? ''];
}

const numberOf = (name: string): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
