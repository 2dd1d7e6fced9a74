import type { ComponentChildren } from 'preact';
import { useNarrow } from '../parts/use-narrow.js';

interface Props {
  /** What it is set to, to be read while it is shut. */
  readonly state: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What stands open where there is room for it, and on a phone says what it is set to until it is opened. */
export function Fold({ state, children }: Props) {
  if (!useNarrow()) return <>{children}</>;
  return (
    <details class="fold">
      <summary>{state}</summary>
      {children}
    </details>
  );
}
