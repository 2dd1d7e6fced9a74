import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Place } from '../place/place.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';
import { Icon } from './icons.js';
import './panel.css';

interface Props {
  readonly name: string;
  readonly title: ComponentChildren;
  readonly closing: Partial<Place>;
  readonly children: ComponentChildren;
}

/** What stands beside a view; on a phone in its place. Escape leads back to where one came from. */
export function Panel({ name, title, closing, children }: Props) {
  const { say } = useWords();
  const { go } = useWhereabouts();
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    const from = document.activeElement;
    // Who followed a link wants to read what it leads to; who loaded the page begins at its beginning.
    if (from && from !== document.body) {
      opener.current = from;
      heading.current?.focus();
    }
    return () => {
      const { activeElement } = document;
      const isElsewhere = activeElement !== document.body && !panel.current?.contains(activeElement);
      if (isElsewhere || !(opener.current instanceof HTMLElement) || !opener.current.isConnected) return;
      opener.current.focus();
    };
  }, []);
  const close = useRef(() => {});
  close.current = () => go(closing);
  useEffect(() => {
    const follow = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || hasOwnUse(event.target)) return;
      event.preventDefault();
      close.current();
    };
    document.addEventListener('keydown', follow);
    return () => document.removeEventListener('keydown', follow);
  }, []);
  return (
    <section ref={panel} class="panel" aria-label={name}>
      <header class="panel-head">
        <p class="panel-name">{name}</p>
        <button type="button" class="close" aria-label={say('close')} onClick={() => go(closing)}>
          <Icon of="close" />
        </button>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
      </header>
      {children}
    </section>
  );
}

/** A search that says something is emptied by Escape first. */
const hasOwnUse = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === 'search' && target.value !== '';
