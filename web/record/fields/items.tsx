import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../parts/icons.js';
import type { Json } from '../doc/json.js';
import { useForm } from '../doc/use-form.js';
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
  const { removeItem } = useForm();
  const own = `add.${pointer.slice(pointer.lastIndexOf('/') + 1)}` as FormWord;
  const adding = tell(own) === own ? tell('list.add', { what: label }) : tell(own);
  const keys = useKeys(list.length);
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
          <fieldset key={keys.of[index]} id={idOf(`${here}/item`)} class="item" aria-label={what}>
            <div class="item-fields">{render(here, item)}</div>
            <button
              type="button"
              class="remove"
              aria-label={tell('list.remove', { what })}
              onClick={() => {
                keys.remove(index);
                removeItem(pointer, index);
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

/** Keys of items that stay with them when one before them is taken out: what a field holds of its own stays, too. */
function useKeys(length: number): { readonly of: readonly number[]; remove(index: number): void } {
  const given = useRef(0);
  const keys = useRef<number[]>([]);
  while (keys.current.length < length) keys.current.push(++given.current);
  keys.current.length = length;
  return { of: keys.current, remove: (index) => void keys.current.splice(index, 1) };
}
