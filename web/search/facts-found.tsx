import { useAnswer } from '../asking/use-answer.js';
import { useNames } from '../asking/use-names.js';
import { useHere } from '../asking/use-point.js';
import { FactRow } from '../state/fact-row.js';
import { useWords } from '../words/words.js';
import { factsAbout } from './fact-search.js';

/** Facts that are looked through. */
const LOOKED_THROUGH = 1000;
const MOST_SHOWN = 8;

/** Facts of the day that speak of what is looked for: by the names, the predicate, or what is so. */
export function FactsFound({ q, matter }: { readonly q: string; readonly matter: string | undefined }) {
  const { say, word, dates } = useWords();
  const names = useNames();
  const { at, key } = useHere();
  const { body } = useAnswer(key && ['facts', matter, ...key], async (service, signal) => {
    const { body } = await service.getState({ ...at, ...(matter && { matter }), limit: LOOKED_THROUGH }, { signal });
    return { facts: body.facts, asOf: body.asOf };
  });
  const found = factsAbout(body?.facts ?? [], q, names).slice(0, MOST_SHOWN);
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
