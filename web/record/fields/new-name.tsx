import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useNames } from '../../asking/use-names.js';
import { isSlug, slugFor } from '../doc/names.js';
import { useFormWords } from '../words/form-words.js';

interface Props {
  readonly title: string;
  readonly name: string;
  readonly isMatter?: boolean;
  readonly onAdd: (slug: string, name: string) => void;
  readonly onCancel: () => void;
  readonly children?: ComponentChildren;
}

/** The name and the short name of something new; the short name follows the name until somebody writes another. */
export function NewName({ title, name: first, isMatter = false, onAdd, onCancel, children }: Props) {
  const { tell } = useFormWords();
  const names = useNames();
  const id = useId();
  const begin = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(first);
  const [ownSlug, setOwnSlug] = useState<string>();
  const [isTried, setIsTried] = useState(false);
  useEffect(() => begin.current?.focus(), []);
  const slug = ownSlug ?? slugFor(name);
  const taken = isMatter ? names.matters.has(slug) && names.matter(slug) : names.entities.has(slug) && names.of(slug);
  const wrong = taken ? tell('new.slug.taken', { name: taken }) : isSlug(slug) ? undefined : tell('new.slug.wrong');
  const add = (): void => {
    setIsTried(true);
    if (wrong === undefined && name.trim() !== '') onAdd(slug, name.trim());
  };
  return (
    <fieldset
      class="new-name"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        if (event.target instanceof HTMLButtonElement) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Enter') add();
        else onCancel();
      }}
    >
      <p class="hint">{title}</p>
      <div class="field">
        <label for={`${id}-name`}>{tell('new.name')}</label>
        <input
          ref={begin}
          id={`${id}-name`}
          maxLength={isMatter ? 300 : 200}
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${id}-slug`}>{tell('new.slug')}</label>
        <input
          id={`${id}-slug`}
          spellcheck={false}
          value={slug}
          aria-invalid={isTried && wrong !== undefined}
          aria-describedby={`${id}-slug-hint`}
          onInput={({ currentTarget }) => setOwnSlug(currentTarget.value)}
        />
        <p id={`${id}-slug-hint`} class={wrong !== undefined && (isTried || taken) ? 'wrong' : 'hint'}>
          {wrong !== undefined && (isTried || taken) ? wrong : tell('new.slug.hint')}
        </p>
      </div>
      {children}
      <p class="buttons">
        <button type="button" onClick={add}>
          {tell('new.add')}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {tell('cancel')}
        </button>
      </p>
    </fieldset>
  );
}
