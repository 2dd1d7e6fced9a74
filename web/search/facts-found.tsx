import { useMemo, useState } from 'preact/hooks';
import type { Fact } from '../asking/answers.js';
import { useAnswer } from '../asking/use-answer.js';
import { useNames } from '../asking/use-names.js';
import { useHere } from '../asking/use-point.js';
import { FactRow } from '../state/fact-row.js';
import { useWords } from '../words/words.js';
import { factsAbout } from './fact-search.js';

/** Facts that are looked through. */
const LOOKED_THROUGH = 1000;
const FIRST_SHOWN = 8;
/** By then everything that is recorded is so, or was. */
const LAST_OF_DAYS = '9999-12-31';

/** Facts that speak of what is looked for, by the names, the predicate, or what is so; unrecorded on the day or not. */
export function FactsFound({ q, matter }: { readonly q: string; readonly matter: string | undefined }) {
  const { say, word, dates, count } = useWords();
  const names = useNames();
  const { facts, asOf, isPart } = useFacts(matter);
  const [wanted, setWanted] = useState({ q, most: FIRST_SHOWN });
  const most = wanted.q === q ? wanted.most : FIRST_SHOWN;
  const found = useMemo(() => factsAbout(facts, q, names), [facts, q, names]);
  const part = isPart && <p class="shown">{say('search.searched', { count: count(LOOKED_THROUGH) })}</p>;
  if (asOf === undefined) return null;
  if (found.length === 0) return part || null;
  const title = say('search.facts', { day: dates.day(asOf) });
  return (
    <section class="facts-found" aria-label={title}>
      <h3>{title}</h3>
      <ul class="facts">
        {found.slice(0, most).map((fact) => (
          <FactRow key={fact.fact} fact={fact} about={word('predicate', fact.predicate)} />
        ))}
      </ul>
      {found.length > most && (
        <p class="more">
          <span>{say('search.first', { shown: count(most), count: count(found.length) })}</span>
          <button type="button" onClick={() => setWanted({ q, most: most * 4 })}>
            {say('more')}
          </button>
        </p>
      )}
      {part}
    </section>
  );
}

const NONE: readonly Fact[] = [];

/** Facts of the day, and those of any day that are unrecorded on it. */
function useFacts(matter: string | undefined) {
  const { at, key } = useHere();
  const some = { ...(matter && { matter }), limit: LOOKED_THROUGH };
  const { body: day } = useAnswer(key && ['facts', matter, ...key], async (service, signal) => {
    const { body } = await service.getState({ ...at, ...some }, { signal });
    return { facts: body.facts, asOf: body.asOf, isPart: body.next !== null };
  });
  const known = key?.at(-1);
  const { body: ever, error } = useAnswer(key && ['facts of any day', matter, known], async (service, signal) => {
    const { body } = await service.getState({ ...at, ...some, asOf: LAST_OF_DAYS }, { signal });
    return { facts: body.facts, isPart: body.next !== null };
  });
  const facts = useMemo(() => {
    // Until both are known a worse match could stand where a better one is to come.
    if (!day || !(ever || error !== undefined)) return NONE;
    const recorded = new Set(day.facts.map(({ fact }) => fact));
    return [...day.facts, ...(ever?.facts ?? []).filter(({ fact }) => !recorded.has(fact)).map(unrecorded)];
  }, [day, ever, error]);
  return { facts, asOf: day?.asOf, isPart: day?.isPart === true || ever?.isPart === true };
}

const unrecorded = ({ fact, predicate, subject, object }: Fact): Fact => ({
  fact,
  predicate,
  subject,
  ...(object !== undefined && { object }),
  certainty: 'unrecorded',
  because: [],
});
