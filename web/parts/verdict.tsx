import type { Verdict } from '../asking/answers.js';
import { useNames } from '../asking/use-names.js';
import { type FactName, toneOf, valueWords } from '../words/fact-words.js';
import { useWords } from '../words/words.js';
import { Icon } from './icons.js';
import './verdict.css';

type Judged = Pick<Verdict, 'certainty' | 'value' | 'values'>;

/** Every value that is possible, null where unrecorded is. */
export const possibleValues = ({ certainty, value, values }: Judged) => {
  if (certainty === 'unrecorded') return [null];
  return certainty === 'definite' && value !== undefined ? [value] : (values ?? []);
};

/** Classes that say the first and the last of the possible values, for whatever is coloured by them. */
export function tonesOf(verdict: Judged, predicate: string): string {
  const tones = possibleValues(verdict).map((value) => toneOf(value, predicate));
  return `from-${tones[0] ?? 'unrecorded'} to-${tones[tones.length - 1] ?? 'unrecorded'}`;
}

/**
 * What a fact is, told apart by words, shape and colour: definite is solid, possible hatched with every value it may
 * have, unrecorded an empty dotted frame.
 */
export function VerdictMark({ verdict, fact }: { readonly verdict: Judged; readonly fact: FactName }) {
  const words = useWords();
  const names = useNames();
  const values = possibleValues(verdict);
  return (
    <span class={`verdict ${verdict.certainty} ${tonesOf(verdict, fact.predicate)}`}>
      <span class="certainty">{words.say(`certainty.${verdict.certainty}`)}</span>
      {verdict.certainty !== 'unrecorded' && (
        <span class="values">
          {values.map((value, index) => (
            <span key={JSON.stringify(value)} class="value-of">
              {index > 0 && <span class="or"> {words.say('or')} </span>}
              <span class={`value tone-${toneOf(value, fact.predicate)}`}>
                <Icon of={toneOf(value, fact.predicate)} />
                {valueWords(value, fact, words, names)}
              </span>
            </span>
          ))}
        </span>
      )}
      {verdict.certainty === 'unrecorded' && <Icon of="unrecorded" />}
    </span>
  );
}
