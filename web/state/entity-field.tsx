import { useNames } from '../asking/use-names.js';
import { Icon } from '../parts/icons.js';
import { Link } from '../parts/link.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';

/** More names than these are no help in a list. */
const MOST_OFFERED = 1_000;

/** About whom: by name, as the registry has it. */
export function EntityField() {
  const { say } = useWords();
  const { place, go } = useWhereabouts();
  const names = useNames();
  const offered = [...names.entities.keys()].slice(0, MOST_OFFERED);
  const find = (text: string): string | undefined => {
    const wanted = text.trim().toLowerCase();
    if (names.entities.has(wanted)) return wanted;
    return [...names.entities.keys()].find((slug) => names.of(slug).toLowerCase() === wanted);
  };
  return (
    <div class="entity-field">
      <label for="entity">{say('entity')}</label>
      <input
        id="entity"
        list="entities"
        key={place.entity}
        defaultValue={place.entity === undefined ? '' : names.of(place.entity)}
        placeholder={say('entity.all')}
        onChange={({ currentTarget }) => {
          const entity = find(currentTarget.value);
          if (entity !== undefined || currentTarget.value === '') go({ entity });
          else currentTarget.setCustomValidity(say('entity.unknown'));
          currentTarget.reportValidity();
        }}
        onInput={({ currentTarget }) => currentTarget.setCustomValidity('')}
      />
      <datalist id="entities">
        {offered.map((slug) => (
          <option key={slug} value={names.of(slug)} />
        ))}
      </datalist>
      {place.entity !== undefined && (
        <Link class="button" to={{ entity: undefined }} aria-label={say('entity.clear')}>
          <Icon of="close" />
        </Link>
      )}
    </div>
  );
}
