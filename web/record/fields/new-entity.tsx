import { useId, useState } from 'preact/hooks';
import { useWords } from '../../words/words.js';
import type { EntityType } from '../doc/names.js';
import { useForm } from '../doc/use-form.js';
import { useFormWords } from '../words/form-words.js';
import { NewName } from './new-name.js';

interface Props {
  readonly name: string;
  readonly types: readonly string[];
  readonly onAdded: (slug: string) => void;
  readonly onCancel: () => void;
}

/** An entity that nobody knows yet. It is registered when the development is recorded, and not before. */
export function NewEntity({ name, types, onAdded, onCancel }: Props) {
  const { tell } = useFormWords();
  const { word } = useWords();
  const { addEntity } = useForm();
  const id = useId();
  const [type, setType] = useState(types[0] ?? '');
  return (
    <NewName
      title={tell('new.entity')}
      name={name}
      onCancel={onCancel}
      onAdd={(slug, given) => {
        addEntity(slug, { type: type as EntityType, name: given });
        onAdded(slug);
      }}
    >
      <div class="field">
        <label for={id}>{tell('new.type')}</label>
        <select id={id} value={type} onChange={({ currentTarget }) => setType(currentTarget.value)}>
          {types.map((each) => (
            <option key={each} value={each}>
              {word('type', each)}
            </option>
          ))}
        </select>
        <p class="hint">{tell('new.type.hint')}</p>
      </div>
    </NewName>
  );
}
