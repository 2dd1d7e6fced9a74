import type { Development, Source } from '../asking/answers.js';
import { useWords } from '../words/words.js';
import { Icon } from './icons.js';
import './sources.css';

type Sourced = Pick<Development, 'sources' | 'sourcesErased'>;

/** Where something was read; said plainly where nobody told, or what was told is gone. */
export function Sources({ of: { sources, sourcesErased } }: { readonly of: Sourced }) {
  const { say } = useWords();
  return (
    <>
      {sources.length > 0 && <Given sources={sources} />}
      {(sourcesErased || sources.length === 0) && (
        <p class="unsourced">
          <Icon of="warning" />
          {say(sourcesErased ? 'source.erased' : 'source.none')}
        </p>
      )}
    </>
  );
}

function Given({ sources }: { readonly sources: readonly Source[] }) {
  const { say, dates } = useWords();
  return (
    <ul class="sources" aria-label={say('sources')}>
      {sources.map((source) => (
        <li key={`${source.publisher} ${source.title}`} class="source">
          {source.quote && (
            <blockquote lang={source.language}>
              <q>{source.quote}</q>
            </blockquote>
          )}
          <p>
            <cite lang={source.language}>
              {isWeb(source.url) ? (
                <a href={source.url} rel="noreferrer noopener external">
                  {source.title}
                </a>
              ) : (
                source.title
              )}
            </cite>
            <span class="publisher">
              {source.publisher}
              {source.publishedOn && `, ${dates.shortDay(source.publishedOn)}`}
            </span>
          </p>
          {source.sha256 && (
            <p class="hash" title={source.sha256}>
              {say('source.hash')} <code>{source.sha256.slice(0, 12)}…</code>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

const isWeb = (url: string | undefined): url is string => url !== undefined && /^https?:/i.test(url);
