import type { Schemas } from '../asking/answers.js';
import { useNames } from '../asking/use-names.js';
import { Icon } from '../parts/icons.js';
import { Link } from '../parts/link.js';
import { Sources } from '../parts/sources.js';
import { type FactName, toneOf, valueWords } from '../words/fact-words.js';
import { langOf } from '../words/lang-of.js';
import { timingWords } from '../words/timing-words.js';
import { useWords } from '../words/words.js';

interface Props {
  readonly assertion: Schemas['ExplainedAssertion'];
  readonly fact: FactName;
  /** Why it counts, or doesn't. */
  readonly reason: string;
}

/** One thing that somebody said about a fact, whether it counts on the day, and where it was read. */
export function AssertionCard({ assertion, fact, reason }: Props) {
  const words = useWords();
  const { say, dates, word } = words;
  const names = useNames();
  const { development, value, earliest, latest, when, counts, timings } = assertion;
  return (
    <li class={`assertion counts-${counts}`}>
      <p class="counts">
        <span class="counts-badge">{say(`counts.${counts}`)}</span>
        <span class={`value tone-${toneOf(value, fact.predicate)}`}>
          <Icon of={toneOf(value, fact.predicate)} />
          {valueWords(value, fact, words, names)}
        </span>
      </p>
      <h4>
        <Link to={{ development: development.id }} lang={langOf(development.title)}>
          {development.title}
        </Link>
      </h4>
      <p class="when" title={say('edtf', { when })}>
        {dates.range(earliest, latest)} <code class="edtf">{when}</code>
      </p>
      <p class="reason">{reason}</p>
      {timings.map((timing) => (
        <p key={`${timing.of.id} ${timing.after.id} ${timing.of.node}`} class="timing">
          {timingWords(timing, words)}
        </p>
      ))}
      <Sources of={assertion} />
      <p class="recorded-at">
        {word('kind', development.kind)} ·{' '}
        {say('recorded', { position: assertion.position, at: dates.instant(assertion.recordedAt) })}
      </p>
    </li>
  );
}
