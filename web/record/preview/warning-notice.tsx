import { useNames } from '../../asking/use-names.js';
import { factName, questionOf } from '../../words/fact-words.js';
import { useWords } from '../../words/words.js';
import type { Json } from '../doc/json.js';
import { useDevelopment } from '../fields/use-development.js';
import { useFormWords } from '../words/form-words.js';
import type { Preview } from './suppose.js';

interface Props {
  readonly warning: Preview['warnings'][number];
  /** Adds a timing to what is being filled in; undefined where the form has none. */
  readonly onTiming: ((timing: Json) => void) | undefined;
}

/** What would be accepted but may not be meant, and the timing that would settle it. */
export function WarningNotice({ warning, onTiming }: Props) {
  const { tell } = useFormWords();
  const words = useWords();
  const names = useNames();
  const other = useDevelopment(warning.development);
  const { code, detail, fact, proposed } = warning;
  if (code !== 'order-unknown' || !other || fact === undefined) return <p lang="en">{detail}</p>;
  return (
    <div class="warned">
      <p>
        {tell('warning.order', {
          title: other.title,
          when: words.dates.shortRange(other.earliest, other.latest),
          question: questionOf(factName(fact), words, names),
        })}
      </p>
      {proposed && onTiming && (
        <button type="button" onClick={() => onTiming({ ...proposed })}>
          {tell('warning.after')}
        </button>
      )}
    </div>
  );
}
