import type { Fact } from '../asking/answers.js';
import { useAnswer } from '../asking/use-answer.js';
import { useNames } from '../asking/use-names.js';
import { useHere } from '../asking/use-point.js';
import { FactRow } from '../state/fact-row.js';
import { questionOf, valueWords } from '../words/fact-words.js';
import type { Names } from '../words/names.js';
import { useWords } from '../words/words.js';
import { type Words, wordsIn } from '../words/words-in.js';

/** Facts that are looked through. */
const LOOKED_THROUGH = 1000;
const MOST_SHOWN = 8;
const LANGUAGES = [wordsIn('en'), wordsIn('zh')];

/** Facts of the day that speak of what is looked for: by the names, the predicate, or what is so. */
export function FactsFound({ q, matter }: { readonly q: string; readonly matter: string | undefined }) {
  const { say, word, dates } = useWords();
  const names = useNames();
  const { at, key } = useHere();
  const { body } = useAnswer(key && ['facts', matter, ...key], async (service, signal) => {
    const { body } = await service.getState({ ...at, ...(matter && { matter }), limit: LOOKED_THROUGH }, { signal });
    return { facts: body.facts, asOf: body.asOf };
  });
  const found = (body?.facts ?? []).filter((fact) => speaksOf(fact, q, names)).slice(0, MOST_SHOWN);
  if (!body || found.length === 0) return null;
  const title = say('search.facts', { day: dates.day(body.asOf) });
  return (
    <section class="facts-found" aria-label={title}>
      <h3>{title}</h3>
      <ul class="facts">
        {found.map((fact) => (
          <FactRow key={fact.fact} fact={fact} about={word('predicate', fact.predicate)} />
        ))}
      </ul>
    </section>
  );
}

/** Whether every word is found; of Chinese, which parts no words, every character. */
function speaksOf(fact: Fact, q: string, names: Names): boolean {
  const text = LANGUAGES.map((words) => textOf(fact, words, names))
    .join(' ')
    .toLowerCase();
  const wanted = q
    .toLowerCase()
    .split(/[\s→:]+/)
    .filter((each) => each !== '');
  return wanted.every((each) =>
    /^[\u3400-\u9fff]+$/.test(each)
      ? [...each].every((character) => text.includes(character))
      : ` ${text}`.includes(` ${each}`),
  );
}

function textOf(fact: Fact, words: Words, names: Names): string {
  const named = [fact.subject, fact.object ?? ''].flatMap((slug) => {
    const { name = '', names: others = {}, aliases = [] } = names.entities.get(slug) ?? {};
    return [slug, name, ...Object.values(others), ...aliases];
  });
  const values = fact.value === undefined ? (fact.values ?? []) : [fact.value];
  return [
    ...named,
    fact.predicate,
    words.word('predicate', fact.predicate),
    questionOf(fact, words, names),
    ...values.map((value) => valueWords(value, fact, words, names)),
  ].join(' ');
}
