import type { Fact } from '../asking/answers.js';
import { useNames } from '../asking/use-names.js';
import { Link } from '../parts/link.js';
import { VerdictMark } from '../parts/verdict.js';
import { useWhereabouts } from '../place/use-place.js';
import { aboutWhom, sinceWords } from '../words/fact-words.js';
import { useWords } from '../words/words.js';

/** One fact of the day; it leads to why it is so. */
export function FactRow({ fact }: { readonly fact: Fact }) {
  const words = useWords();
  const names = useNames();
  const { place } = useWhereabouts();
  const { since } = fact;
  return (
    <li>
      <Link
        class="fact-row"
        to={{ fact: fact.fact, development: undefined }}
        {...(place.fact === fact.fact && { 'aria-current': 'true' })}
      >
        <span class="fact-who">{aboutWhom(fact, names)}</span>
        <VerdictMark verdict={fact} fact={fact} />
        <span class="fact-since">{since ? sinceWords(since, words, 'short') : ''}</span>
      </Link>
    </li>
  );
}
