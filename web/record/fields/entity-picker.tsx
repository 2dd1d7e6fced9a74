import { useState } from 'preact/hooks';
import { MOST_NAMED, useNames } from '../../asking/use-names.js';
import { useWords } from '../../words/words.js';
import { Combobox, type Option } from '../combobox/combobox.js';
import { matchesFor, meantBy } from '../combobox/near-matches.js';
import { isSlug } from '../doc/names.js';
import { useFormWords } from '../words/form-words.js';
import type { Tied } from './field.js';
import { NewEntity } from './new-entity.js';
import { useUnchosen } from './use-unchosen.js';

interface Props extends Tied {
  readonly pointer: string;
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
export function EntityPicker({ pointer, types, or, but = [], value, onValue, ...field }: Props) {
  const { tell } = useFormWords();
  const { word } = useWords();
  const names = useNames();
  const { typed, tied, hint, hintId, type, settle } = useUnchosen(pointer, field);
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
    settle();
    setIsNew(false);
    onValue(slug);
    document.getElementById(tied.id)?.focus();
  };
  /** What is written just as one is spelled needs no choosing. */
  const takeExact = (): boolean => {
    const slug = looked === '' || isNew ? undefined : (meantBy(looked, names.entities, types) ?? wordMeant());
    if (slug === undefined) return false;
    settle();
    if (!but.includes(slug)) onValue(slug);
    return true;
  };
  const wordMeant = (): string | undefined =>
    or !== undefined && [or, word('value', or)].some((each) => each.toLowerCase() === looked.toLowerCase())
      ? or
      : undefined;
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
          if (type(next) && value !== undefined) onValue(undefined);
        }}
        onChoose={(key) => (key === NEW ? setIsNew(true) : chosen(key))}
        onLeave={takeExact}
      />
      {hint && (
        <p id={hintId} class="hint">
          {hint}
        </p>
      )}
      {isNew && <NewEntity name={looked} types={types} onAdded={chosen} onCancel={() => setIsNew(false)} />}
    </>
  );
}
