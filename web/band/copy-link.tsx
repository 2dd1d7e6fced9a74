import { useEffect, useState } from 'preact/hooks';
import type { Moment } from '../asking/use-point.js';
import { Icon } from '../parts/icons.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';

/** Copies a link that names the day and the position, so that it shows the same whatever is recorded later. */
export function CopyLink({ moment }: { readonly moment: Moment | undefined }) {
  const { say, language } = useWords();
  const { href } = useWhereabouts();
  const [copied, setCopied] = useState<{ readonly url: string; readonly isDone: boolean }>();
  const pinned = moment && href({ asOf: moment.asOf, knownAt: `position:${moment.position}`, lang: language });
  useEffect(() => setCopied(undefined), [pinned]);
  useEffect(() => {
    if (!copied) return undefined;
    const follow = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // Before it closes what stands beside the view.
      event.preventDefault();
      setCopied(undefined);
    };
    document.addEventListener('keydown', follow, { capture: true });
    return () => document.removeEventListener('keydown', follow, { capture: true });
  }, [copied]);
  const copy = async (): Promise<void> => {
    if (pinned === undefined) return;
    const url = new URL(pinned, location.href).href;
    const isDone = await copyText(url);
    setCopied({ url, isDone });
  };
  return (
    <div class="cite">
      <button type="button" class="primary" disabled={!pinned} onClick={copy}>
        <Icon of={copied?.isDone ? 'done' : 'link'} />
        <span class="wide">{say('cite.copy')}</span>
        <span class="brief" aria-hidden="true">
          {say('cite.copy-short')}
        </span>
      </button>
      <div class="cite-done">
        <p role="status">{copied && (copied.isDone ? say('cite.copied') : say('cite.by-hand'))}</p>
        {copied && (
          <>
            <input
              readOnly
              aria-label={say('cite.link')}
              value={copied.url}
              onFocus={(event) => event.currentTarget.select()}
            />
            <button type="button" class="close" aria-label={say('close')} onClick={() => setCopied(undefined)}>
              <Icon of="close" />
            </button>
          </>
        )}
      </div>
    </div>
  );
}

/** Browsers let a page do so only where it is served safely, or on this machine. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
