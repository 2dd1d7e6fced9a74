import type { Schemas } from '../asking/answers.js';
import { useNames } from '../asking/use-names.js';
import { moneyWords } from '../words/fact-words.js';
import { useWords } from '../words/words.js';

/** What parties were fined altogether, with true bounds. */
export function Totals({ totals }: { readonly totals: Schemas['State']['totals'] }) {
  const words = useWords();
  const { say } = words;
  const names = useNames();
  if (totals.length === 0) return null;
  return (
    <section class="totals" aria-label={say('totals.title')}>
      <h3>{say('totals.title')}</h3>
      <ul>
        {totals.map(({ subject, currency, min, max, certainty, unquantified, exact }) => {
          const amount = (value: string): string =>
            currency === null ? value : moneyWords({ value, currency }, words);
          return (
            <li key={`${subject} ${currency}`}>
              <span>{names.of(subject)}</span>{' '}
              <b>{certainty === 'definite' ? amount(min) : `${amount(min)} – ${max === null ? '∞' : amount(max)}`}</b>{' '}
              <small>
                {say(`certainty.${certainty}`)}
                {!exact && ` · ${say('totals.wide')}`}
                {unquantified !== undefined && ` · ${say('totals.unquantified', { count: unquantified })}`}
              </small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
