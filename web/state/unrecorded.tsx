import type { Fact } from '../asking/answers.js';
import { useAnswer } from '../asking/use-answer.js';
import { useHere } from '../asking/use-point.js';
import { useWhereabouts } from '../place/use-place.js';
import { NO_END } from '../time/days.js';
import { useWords } from '../words/words.js';
import { FactRow } from './fact-row.js';

/** Facts that are looked at: of more it is not said how many are unrecorded. */
const LOOKED_AT = 1000;

/**
 * The facts that are known on other days, but unrecorded on this one: what is known of any day is known at the end of
 * all days.
 */
export function Unrecorded() {
  const { say, count, word } = useWords();
  const { place } = useWhereabouts();
  const { at, key } = useHere();
  const { matter, entity } = place;
  const { body } = useAnswer(key && ['unrecorded', matter, entity, ...key], async (service, signal) => {
    const asked = { ...at, ...(matter && { matter }), ...(entity && { entity }), limit: LOOKED_AT };
    const [ofDay, ofAll] = await Promise.all([
      service.getState(asked, { signal }),
      service.getState({ ...asked, asOf: NO_END }, { signal }),
    ]);
    const isWhole = ofDay.body.next === null && ofAll.body.next === null;
    const recorded = new Set(ofDay.body.facts.map(({ fact }) => fact));
    return isWhole ? ofAll.body.facts.filter(({ fact }) => !recorded.has(fact)).map(asUnrecorded) : [];
  });
  if (!body || body.length === 0) return null;
  return (
    <details class="unrecorded-facts">
      <summary>{say('state.unrecorded', { count: count(body.length) })}</summary>
      <ul class="facts">
        {body.map((fact) => (
          <FactRow key={fact.fact} fact={fact} about={word('predicate', fact.predicate)} />
        ))}
      </ul>
    </details>
  );
}

const asUnrecorded = ({ fact, predicate, subject, object }: Fact): Fact => ({
  fact,
  predicate,
  subject,
  ...(object !== undefined && { object }),
  certainty: 'unrecorded',
  because: [],
});
