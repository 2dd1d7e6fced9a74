import { useState } from 'preact/hooks';
import { useNames } from '../../asking/use-names.js';
import { Combobox, type Option } from '../combobox/combobox.js';
import { useForm } from '../doc/use-form.js';
import { useFormWords } from '../words/form-words.js';
import { Field, type Tied } from './field.js';
import type { FieldProps } from './field-props.js';
import { NewName } from './new-name.js';
import { useUnchosen } from './use-unchosen.js';

const NEW = '+';
const MOST = 8;

/** The matter that it belongs to, or a new one. */
export const MatterField = ({ schema: _, ...props }: FieldProps) => (
  <Field {...props}>{(tied) => <MatterPicker pointer={props.pointer} {...tied} />}</Field>
);

function MatterPicker({ pointer, ...field }: Tied & { readonly pointer: string }) {
  const { read, write, addMatter } = useForm();
  const { tell } = useFormWords();
  const names = useNames();
  const { typed, tied, hint, hintId, type, settle } = useUnchosen(pointer, field);
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
    settle();
    setIsNew(false);
    write(pointer, slug);
    document.getElementById(tied.id)?.focus();
  };
  /** What is written just as one is called needs no choosing. */
  const takeExact = (): boolean => {
    const exact = found.filter(({ slug, title }) => looked === slug || looked === title.toLowerCase());
    const meant = exact.find(({ slug }) => slug === looked) ?? (exact.length === 1 ? exact[0] : undefined);
    if (looked === '' || isNew || !meant) return false;
    settle();
    write(pointer, meant.slug);
    return true;
  };
  return (
    <>
      <Combobox
        {...tied}
        text={typed ?? (typeof value === 'string' ? names.matter(value) : '')}
        options={options}
        onText={(next) => {
          if (type(next)) write(pointer, undefined);
        }}
        onChoose={(key) => (key === NEW ? setIsNew(true) : chosen(key))}
        onLeave={takeExact}
      />
      {hint && (
        <p id={hintId} class="hint">
          {hint}
        </p>
      )}
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
  );
}
