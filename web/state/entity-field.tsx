import type { Service } from '../asking/service.js';
import { useAsking } from '../asking/use-answer.js';
import { useNames } from '../asking/use-names.js';
import { useHere } from '../asking/use-point.js';
import { Icon } from '../parts/icons.js';
import { Link } from '../parts/link.js';
import { useShown } from '../parts/use-shown.js';
import type { Point } from '../place/place.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';

/** More names than these are no help in a list. */
const MOST_OFFERED = 1_000;

/** About whom: by name, as the registry has it. */
export function EntityField() {
  const { say } = useWords();
  const { place, go } = useWhereabouts();
  const names = useNames();
  const { service } = useAsking();
  const { at } = useHere();
  const field = useShown(place.entity === undefined ? '' : names.of(place.entity));
  const offered = [...names.entities.keys()].slice(0, MOST_OFFERED);
  const find = (text: string): string | undefined => {
    const wanted = text.trim().toLowerCase();
    if (names.entities.has(wanted)) return wanted;
    return [...names.entities.keys()].find((slug) => names.of(slug).toLowerCase() === wanted);
  };
  const take = async (input: HTMLInputElement): Promise<void> => {
    const text = input.value;
    const entity = find(text) ?? (text.trim() === '' ? undefined : await ask(service, text, at));
    // Answers may come after something else was typed.
    if (input.value !== text) return;
    if (entity === undefined && text.trim() !== '') {
      input.setCustomValidity(say('entity.unknown'));
      input.reportValidity();
      return;
    }
    go({ entity });
    input.value = entity === undefined ? '' : names.of(entity);
  };
  return (
    <div class="entity-field">
      <label for="entity">{say('entity')}</label>
      <input
        id="entity"
        list="entities"
        ref={field}
        placeholder={say('entity.all')}
        onChange={({ currentTarget }) => take(currentTarget)}
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

/** The slug of somebody beyond the registry of the page, who is known to the service all the same. */
async function ask(service: Service, text: string, at: Point): Promise<string | undefined> {
  const slug = text.trim().toLowerCase().replaceAll(/\s+/g, '-');
  try {
    const { body } = await service.getEntity({ slug, ...at });
    return body.slug;
  } catch {
    return undefined;
  }
}
