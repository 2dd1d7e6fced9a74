import type { Fact } from '../asking/answers.js';
import { useNames } from '../asking/use-names.js';
import { Link } from '../parts/link.js';
import { VerdictMark } from '../parts/verdict.js';
import { useWhereabouts } from '../place/use-place.js';
import { aboutWhom, sinceWords } from '../words/fact-words.js';
import { useWords } from '../words/words.js';

interface Props {
  readonly fact: Fact;
  /** What sort of fact it is, in lists that don't say so above. */
  readonly about?: string;
}

/** One fact of the day; it leads to why it is so. */
export function FactRow({ fact, about }: Props) {
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
        <span class="fact-who">
          {about !== undefined && <small class="fact-about">{about} </small>}
          {aboutWhom(fact, names)}
        </span>
        <VerdictMark verdict={fact} fact={fact} />
        <span class="fact-since">{since ? sinceWords(since, words, 'short') : ''}</span>
      </Link>
    </li>
  );
}
