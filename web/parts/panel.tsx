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
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    const from = document.activeElement;
    // Who followed a link wants to read what it leads to; who loaded the page begins at its beginning.
    if (from && from !== document.body) {
      opener.current = from;
      heading.current?.focus();
    }
    return () => {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    };
  }, []);
  return (
    <section
      class="panel"
      aria-label={name}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        go(closing);
      }}
    >
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
