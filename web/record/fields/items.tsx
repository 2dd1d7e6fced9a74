import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../parts/icons.js';
import type { Json } from '../doc/json.js';
import { type FormWord, useFormWords } from '../words/form-words.js';
import { idOf } from './field.js';

interface Props {
  readonly pointer: string;
  readonly label: string;
  readonly list: readonly Json[];
  readonly blank: () => Json;
  readonly onList: (list: readonly Json[]) => void;
  readonly render: (pointer: string, item: Json) => ComponentChildren;
}

/** Items one under the other, to add to and take from; what is added gets the focus. */
export function Items({ pointer, label, list, blank, onList, render }: Props) {
  const { tell } = useFormWords();
  const own = `add.${pointer.slice(pointer.lastIndexOf('/') + 1)}` as FormWord;
  const adding = tell(own) === own ? tell('list.add', { what: label }) : tell(own);
  const isAdded = useRef(false);
  const adder = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isAdded.current) return;
    isAdded.current = false;
    const added = document.getElementById(idOf(`${pointer}/${list.length - 1}/item`));
    added?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [list.length, pointer]);
  return (
    <>
      {list.map((item, index) => {
        const here = `${pointer}/${index}`;
        const what = tell('list.item', { what: label, number: index + 1 });
        return (
          <fieldset key={here} id={idOf(`${here}/item`)} class="item" aria-label={what}>
            <div class="item-fields">{render(here, item)}</div>
            <button
              type="button"
              class="remove"
              aria-label={tell('list.remove', { what })}
              onClick={() => {
                onList(list.filter((_, other) => other !== index));
                adder.current?.focus();
              }}
            >
              <Icon of="close" />
            </button>
          </fieldset>
        );
      })}
      <button
        ref={adder}
        type="button"
        class="add"
        onClick={() => {
          isAdded.current = true;
          onList([...list, blank()]);
        }}
      >
        <Icon of="add" />
        {adding}
      </button>
    </>
  );
}
