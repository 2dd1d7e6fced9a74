import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useFormWords } from '../words/form-words.js';

export interface Option {
  readonly key: string;
  readonly label: string;
  /** Said after the label, smaller. */
  readonly aside?: string;
  /** It does something else than choosing a value, so it stands apart. */
  readonly isAction?: true;
}

interface Props {
  readonly id: string;
  readonly text: string;
  readonly options: readonly Option[];
  readonly busy?: boolean;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly placeholder?: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (key: string) => void;
  /** The field was left, or Enter pressed, with a text that was not chosen. @returns whether it was taken */
  readonly onLeave?: () => boolean;
  readonly children?: ComponentChildren;
}

/** A text field with suggestions, after the combobox pattern of ARIA 1.2: the focus stays in the field. */
export function Combobox({ id, text, options, busy = false, invalid, describedBy, placeholder, ...does }: Props) {
  const { tell } = useFormWords();
  const list = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState<number>();
  const box = useRef<HTMLDivElement>(null);
  const shown = isOpen ? options : [];
  const close = (): void => {
    setIsOpen(false);
    setActive(undefined);
  };
  const choose = (option: Option | undefined): void => {
    if (!option) return;
    close();
    does.onChoose(option.key);
  };
  const go = (to: number): void => {
    setIsOpen(true);
    if (options.length === 0) return;
    const next = (to + options.length) % options.length;
    setActive(next);
    box.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const isTaken = event.key === 'Enter' && active === undefined && does.onLeave?.();
    const keys: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowDown: () => go(isOpen ? (active ?? -1) + 1 : 0),
      ArrowUp: () => go((isOpen ? (active ?? 0) : 0) - 1),
      Enter: isTaken ? close : isOpen && active !== undefined ? () => choose(options[active]) : undefined,
      Escape: isOpen ? close : undefined,
    };
    const meant = keys[event.key];
    if (!meant) return;
    event.preventDefault();
    event.stopPropagation();
    meant();
  };
  return (
    <div class="combobox">
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        aria-activedescendant={active === undefined || !isOpen ? undefined : `${list}-${active}`}
        placeholder={placeholder}
        value={text}
        onInput={({ currentTarget }) => {
          does.onText(currentTarget.value);
          setIsOpen(true);
          setActive(undefined);
        }}
        onClick={() => setIsOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close();
          does.onLeave?.();
        }}
      />
      <div
        ref={box}
        id={list}
        role="listbox"
        class="suggestions"
        hidden={shown.length === 0}
        aria-label={tell('combo.count', { count: options.length })}
      >
        {shown.map((option, index) => (
          <div
            key={option.key}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            class={option.isAction ? 'suggestion is-action' : 'suggestion'}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
            onKeyDown={onKeyDown}
          >
            <span>{option.label}</span>
            {option.aside && <small> {option.aside}</small>}
          </div>
        ))}
      </div>
      <span class="hidden" role="status">
        {isOpen &&
          (busy
            ? tell('combo.asking')
            : options.length === 0
              ? tell('combo.none')
              : tell('combo.count', { count: options.length }))}
      </span>
    </div>
  );
}
