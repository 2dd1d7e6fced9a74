import { useState } from 'preact/hooks';
import { MOST_NAMED, useNames } from '../../asking/use-names.js';
import { useWords } from '../../words/words.js';
import { Combobox, type Option } from '../combobox/combobox.js';
import { matchesFor } from '../combobox/near-matches.js';
import { isSlug } from '../doc/names.js';
import { useFormWords } from '../words/form-words.js';
import type { Tied } from './field.js';
import { NewEntity } from './new-entity.js';

interface Props extends Tied {
  readonly types: readonly string[];
  /** A word that may stand in the place of an entity. */
  readonly or?: string | undefined;
  /** What is chosen already. */
  readonly but?: readonly string[];
  readonly value: string | undefined;
  readonly onValue: (slug: string | undefined) => void;
}

const NEW = '+';

/** Picks an entity by any of its names, and offers to register one that nobody knows yet. */
export function EntityPicker({ types, or, but = [], value, onValue, ...tied }: Props) {
  const { tell } = useFormWords();
  const { word } = useWords();
  const names = useNames();
  // Undefined: what is chosen is shown by its name.
  const [typed, setTyped] = useState<string>();
  const [isNew, setIsNew] = useState(false);
  const text = typed ?? (value === undefined ? '' : value === or ? word('value', value) : names.of(value));
  const looked = typed?.trim() ?? '';
  const matches = matchesFor(looked, names.entities.values(), types).filter(({ entity }) => !but.includes(entity.slug));
  const isCut = names.entities.size >= MOST_NAMED;
  const options: readonly Option[] = [
    ...matches.map(({ entity, isNear }) => ({
      key: entity.slug,
      label: names.of(entity.slug),
      aside: [word('type', entity.type), entity.slug, isNear && tell('combo.near')].filter(Boolean).join(' · '),
    })),
    ...(or !== undefined ? [{ key: or, label: word('value', or) }] : []),
    ...(isCut && isSlug(looked) && !names.entities.has(looked)
      ? [{ key: looked, label: tell('combo.slug', { name: looked }) }]
      : []),
    ...(looked === '' || names.entities.has(looked)
      ? []
      : [{ key: NEW, label: tell('combo.new-entity', { name: looked }), isAction: true as const }]),
  ];
  const chosen = (slug: string): void => {
    setTyped(undefined);
    setIsNew(false);
    onValue(slug);
    document.getElementById(tied.id)?.focus();
  };
  /** What is written just as a name is one needs no choosing. */
  const exact = (): string | undefined => {
    if (isSlug(looked) && names.entities.has(looked)) return looked;
    return matches.find(({ entity }) => names.of(entity.slug).toLowerCase() === looked.toLowerCase())?.entity.slug;
  };
  const isUnchosen = typed !== undefined && looked !== '' && !isNew;
  return (
    <>
      <Combobox
        {...tied}
        text={text}
        options={options}
        placeholder={tell('combo.hint', {
          types: types.length > 4 ? '…' : types.map((each) => word('type', each)).join(', '),
        })}
        onText={(next) => {
          setTyped(next);
          if (value !== undefined) onValue(undefined);
        }}
        onChoose={(key) => (key === NEW ? setIsNew(true) : chosen(key))}
        onLeave={() => {
          const slug = exact();
          if (typed !== undefined && slug !== undefined) {
            setTyped(undefined);
            onValue(slug);
          }
        }}
      />
      {isUnchosen && <p class="hint">{tell('combo.choose')}</p>}
      {isNew && <NewEntity name={looked} types={types} onAdded={chosen} onCancel={() => setIsNew(false)} />}
    </>
  );
}
