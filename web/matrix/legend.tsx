import type { Verdict } from '../asking/answers.js';
import { Icon } from '../parts/icons.js';
import type { Tone } from '../words/fact-words.js';
import { useWords } from '../words/words.js';

const CERTAINTIES = ['definite', 'possible', 'unrecorded'] as const;

/** How ways look that are open, shut, in between, or none. */
const TONES: readonly Exclude<Tone, 'unrecorded'>[] = ['open', 'shut', 'pending', 'plain'];

/** What the three sorts of answers look like and mean, and how many there are. */
export function Legend({ cells }: { readonly cells: readonly Pick<Verdict, 'certainty'>[] }) {
  const { say, count } = useWords();
  return (
    <>
      <ul class="legend">
        {CERTAINTIES.map((certainty) => (
          <li key={certainty} class={`legend-${certainty}`}>
            <span class={`swatch swatch-${certainty}`}>{certainty === 'unrecorded' && <Icon of="unrecorded" />}</span>
            <strong>{count(cells.filter((cell) => cell.certainty === certainty).length)}</strong>{' '}
            {say(`certainty.${certainty}`)}
            <span class="legend-means">{say(`means.${certainty}`)}</span>
          </li>
        ))}
      </ul>
      <ul class="legend legend-tones">
        {TONES.map((tone) => (
          <li key={tone} class={`tone-${tone}`}>
            <Icon of={tone} />
            {say(`tone.${tone}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
