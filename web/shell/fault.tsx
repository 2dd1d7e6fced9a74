import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';

/** Where drawing fails, says so and what to do, instead of nothing; whoever goes elsewhere sees that. */
export function Fault({ children }: { readonly children: ComponentChildren }) {
  const [error, reset] = useErrorBoundary();
  const { say } = useWords();
  const { place } = useWhereabouts();
  const failedAt = useRef(place);
  if (error === undefined) failedAt.current = place;
  useEffect(() => {
    if (error !== undefined && failedAt.current !== place) reset();
  }, [error, place, reset]);
  if (error === undefined) return <>{children}</>;
  return (
    <main class="error">
      <h1>{say('fault.title')}</h1>
      <p role="alert">{say('fault.what')}</p>
      <p class="error-detail" lang="en">
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </p>
      <p class="buttons">
        <button type="button" class="primary" onClick={() => location.reload()}>
          {say('fault.again')}
        </button>
        <a class="button" href="/">
          {say('fault.first')}
        </a>
        <a class="button" href="/docs">
          {say('foot.api')}
        </a>
      </p>
    </main>
  );
}
