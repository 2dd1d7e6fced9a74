import { useState } from 'preact/hooks';
import { useNames } from '../../asking/use-names.js';
import { Combobox, type Option } from '../combobox/combobox.js';
import { useForm } from '../doc/use-form.js';
import { useFormWords } from '../words/form-words.js';
import { Field, idOf } from './field.js';
import type { FieldProps } from './field-props.js';
import { NewName } from './new-name.js';

const NEW = '+';
const MOST = 8;

/** The matter that it belongs to, or a new one. */
export function MatterField({ schema: _, ...props }: FieldProps) {
  const { pointer } = props;
  const { read, write, addMatter } = useForm();
  const { tell } = useFormWords();
  const names = useNames();
  const [typed, setTyped] = useState<string>();
  const [isNew, setIsNew] = useState(false);
  const value = read(pointer);
  const looked = typed?.trim().toLowerCase() ?? '';
  const found = [...names.matters.values()].filter(({ slug, title }) =>
    `${title.toLowerCase()} ${slug}`.includes(looked),
  );
  const options: readonly Option[] = [
    ...found.slice(0, MOST).map(({ slug, title }) => ({ key: slug, label: title, aside: slug })),
    ...(looked === '' || names.matters.has(looked)
      ? []
      : [{ key: NEW, label: tell('combo.new-matter', { name: typed?.trim() ?? '' }), isAction: true as const }]),
  ];
  const chosen = (slug: string): void => {
    setTyped(undefined);
    setIsNew(false);
    write(pointer, slug);
    document.getElementById(idOf(pointer))?.focus();
  };
  return (
    <Field {...props}>
      {(tied) => (
        <>
          <Combobox
            {...tied}
            text={typed ?? (typeof value === 'string' ? names.matter(value) : '')}
            options={options}
            onText={(next) => {
              setTyped(next);
              if (value !== undefined) write(pointer, undefined);
            }}
            onChoose={(key) => (key === NEW ? setIsNew(true) : chosen(key))}
            onLeave={() => {
              const exact = found.find(({ slug, title }) => looked === slug || looked === title.toLowerCase());
              if (typed !== undefined && exact) {
                setTyped(undefined);
                write(pointer, exact.slug);
              }
            }}
          />
          {looked !== '' && !isNew && <p class="hint">{tell('combo.choose')}</p>}
          {isNew && (
            <NewName
              title={tell('new.matter')}
              name={typed?.trim() ?? ''}
              isMatter
              onCancel={() => setIsNew(false)}
              onAdd={(slug, title) => {
                addMatter(slug, { title });
                chosen(slug);
              }}
            />
          )}
        </>
      )}
    </Field>
  );
}
