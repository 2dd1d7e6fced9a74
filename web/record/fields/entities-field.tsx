import { useNames } from '../../asking/use-names.js';
import { Icon } from '../../parts/icons.js';
import { useForm } from '../doc/use-form.js';
import { useFormWords } from '../words/form-words.js';
import { EntityPicker } from './entity-picker.js';
import { Field, idOf } from './field.js';
import type { FieldProps } from './field-props.js';

/** Entities, each once: those chosen, and a field to add another. */
export function EntitiesField({ schema, ...props }: FieldProps) {
  const { pointer } = props;
  const { read, write } = useForm();
  const { tell } = useFormWords();
  const names = useNames();
  const given = read(pointer);
  const chosen = Array.isArray(given) ? given.map(String) : [];
  return (
    <Field {...props} below>
      {(tied) => (
        <div class="chosen">
          {chosen.length > 0 && (
            <ul class="chips" aria-label={props.label}>
              {chosen.map((slug) => (
                <li key={slug} class="chip">
                  {names.of(slug)}
                  <button
                    type="button"
                    aria-label={tell('list.remove', { what: names.of(slug) })}
                    onClick={() => {
                      const left = chosen.filter((each) => each !== slug);
                      write(pointer, left.length > 0 || schema.minItems === 0 ? left : undefined);
                      document.getElementById(idOf(pointer))?.focus();
                    }}
                  >
                    <Icon of="close" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <EntityPicker
            {...tied}
            pointer={pointer}
            types={schema.items?.['x-entity-types'] ?? []}
            but={chosen}
            value={undefined}
            onValue={(slug) => {
              if (slug !== undefined) write(pointer, [...chosen, slug]);
            }}
          />
        </div>
      )}
    </Field>
  );
}
