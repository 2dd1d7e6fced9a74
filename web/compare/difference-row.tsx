import type { Schemas } from '../asking/answers.js';
import { useNames } from '../asking/use-names.js';
import { Icon } from '../parts/icons.js';
import { Link } from '../parts/link.js';
import { VerdictMark } from '../parts/verdict.js';
import { aboutWhom } from '../words/fact-words.js';
import { langOf } from '../words/lang-of.js';
import { useWords } from '../words/words.js';

/** One fact before and after, and because of what. */
export function DifferenceRow({ difference }: { readonly difference: Schemas['Difference'] }) {
  const { say, dates, word } = useWords();
  const names = useNames();
  return (
    <li class="difference">
      <h3>
        <span class="difference-predicate">{word('predicate', difference.predicate)}</span>{' '}
        <Link to={{ fact: difference.fact, development: undefined }}>{aboutWhom(difference, names)}</Link>
      </h3>
      <p class="before-after">
        <VerdictMark verdict={difference.before} fact={difference} />
        <Icon of="arrow" />
        <span class="hidden">{say('compare.then')}</span>
        <VerdictMark verdict={difference.after} fact={difference} />
      </p>
      <ul class="responsible">
        {difference.because.map(({ development, title, how }) => (
          <li key={development}>
            <Link to={{ development }} lang={langOf(title)}>
              {title}
            </Link>{' '}
            <small>
              {how
                .map((each) =>
                  each.what === 'came-due'
                    ? say('compare.due', { range: dates.shortRange(each.earliest, each.latest) })
                    : say(`compare.${each.what}`, { position: each.position, at: dates.instant(each.recordedAt) }),
                )
                .join('; ')}
            </small>
          </li>
        ))}
      </ul>
    </li>
  );
}
