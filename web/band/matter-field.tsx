import { useNames } from '../asking/use-names.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';

/** Of which matter. */
export function MatterField() {
  const { say } = useWords();
  const { place, go } = useWhereabouts();
  const { matters } = useNames();
  if (matters.size === 0 && place.matter === undefined) return null;
  return (
    <select
      class="matter"
      aria-label={say('matter')}
      value={place.matter ?? ''}
      onChange={({ currentTarget }) => go({ matter: currentTarget.value || undefined })}
    >
      <option value="">{say('matter.all')}</option>
      {place.matter !== undefined && !matters.has(place.matter) && <option value={place.matter}>{place.matter}</option>}
      {[...matters.values()].map(({ slug, title }) => (
        <option key={slug} value={slug}>
          {title}
        </option>
      ))}
    </select>
  );
}
