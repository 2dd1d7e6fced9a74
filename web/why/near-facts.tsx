import { ServiceProblem } from '../../src/client/index.js';
import { useNames } from '../asking/use-names.js';
import { Link } from '../parts/link.js';
import { factName, questionOf } from '../words/fact-words.js';
import { useWords } from '../words/words.js';

/** Of a fact that was not known: those that are written almost like it. */
export function NearFacts({ fact, error }: { readonly fact: string; readonly error: unknown }) {
  const words = useWords();
  const names = useNames();
  const near = error instanceof ServiceProblem ? (error.problem.near ?? []) : [];
  const [predicate = '', ...entities] = fact.split(':');
  const isUnknown = (slug: string): boolean => !names.entities.has(slug);
  const facts = near.map((name) => {
    // What is like none of the entities is like the predicate.
    const place = names.entities.has(name) ? entities.findIndex(isUnknown) : -1;
    return place < 0
      ? [name, ...entities].join(':')
      : [predicate, ...entities.map((each, index) => (index === place ? name : each))].join(':');
  });
  if (facts.length === 0) return null;
  return (
    <>
      <p>{words.say('unknown.near')}</p>
      <ul class="near">
        {facts.map((each) => (
          <li key={each}>
            <Link to={{ fact: each }}>{questionOf(factName(each), words, names)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
