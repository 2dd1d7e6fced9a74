import { useEffect, useRef } from 'preact/hooks';
import type { Development } from '../asking/answers.js';
import { useNames } from '../asking/use-names.js';
import { usePages } from '../asking/use-pages.js';
import { useHere } from '../asking/use-point.js';
import { DevelopmentList } from '../parts/development-list.js';
import { ErrorPanel } from '../parts/error-panel.js';
import { Link } from '../parts/link.js';
import { More } from '../parts/more.js';
import { Skeleton } from '../parts/skeleton.js';
import { useWhereabouts } from '../place/use-place.js';
import type { Names } from '../words/names.js';
import { useWords } from '../words/words.js';
import { dayIn } from './fact-search.js';
import { FactsFound } from './facts-found.js';
import './search.css';

interface Page {
  readonly items: readonly Development[];
  readonly next: string | null;
}

const FACT_KEY = /^[a-z0-9-]+(:[a-z0-9-]+){1,2}$/;
const MOST_ENTITIES = 12;

/** Whom and what words are found in. */
export function Search() {
  const { say, count, word, dates } = useWords();
  const names = useNames();
  const { place } = useWhereabouts();
  const { at, key } = useHere();
  const { q = '', matter } = place;
  const found = usePages<Development, Page>(
    key && q !== '' ? ['search', q, matter, ...key] : undefined,
    async (service, cursor, signal) => {
      const asked = { ...at, q, limit: 50, ...(matter && { matter }), ...(cursor && { cursor }) };
      const { body } = await service.getTimeline(asked, signal && { signal });
      return { items: body.developments, next: body.next };
    },
  );
  const { body, error, busy, items } = found;
  const allEntities = entitiesFor(q, names);
  const entities = allEntities.slice(0, MOST_ENTITIES);
  const day = dayIn(q);
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever has searched wants to read what was found; whoever loaded the page begins at its beginning.
  useEffect(() => {
    if (document.activeElement?.closest('search')) title.current?.focus();
  }, [q]);
  return (
    <section class="search-view" aria-labelledby="search-title" aria-busy={busy}>
      <header class="view-head">
        <h2 id="search-title" ref={title} tabIndex={-1}>
          {say('search.title', { q })}
        </h2>
      </header>
      {day !== undefined && day !== place.asOf && (
        <p>
          <Link class="button primary" to={{ asOf: day }}>
            {say('search.day', { day: dates.day(day) })}
          </Link>
        </p>
      )}
      {FACT_KEY.test(q) && (
        <p>
          <Link class="button" to={{ fact: q }}>
            {say('search.fact', { fact: q })}
          </Link>
        </p>
      )}
      {entities.length > 0 && (
        <ul class="entities" aria-label={say('search.entities')}>
          {entities.map((slug) => (
            <li key={slug}>
              <Link class="entity" to={{ view: 'state', entity: slug, q: undefined }}>
                <strong>{names.of(slug)}</strong> <small>{word('type', names.entities.get(slug)?.type ?? '')}</small>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {allEntities.length > entities.length && (
        <p class="shown">{say('search.first', { shown: count(entities.length), count: count(allEntities.length) })}</p>
      )}
      {q !== '' && <FactsFound q={q} matter={matter} />}
      {error !== undefined && !busy ? (
        <ErrorPanel error={error} again={found.again} />
      ) : !body ? (
        q !== '' && <Skeleton rows={6} name={say('search.loading')} />
      ) : (
        <>
          <h3 class="hidden">{say('search.developments')}</h3>
          <p class="shown" role="status">
            {items.length === 0 ? say('search.nothing') : say('search.count', { count: count(items.length) })}
          </p>
          <DevelopmentList developments={items} />
          <More
            shown={items.length}
            hasMore={found.hasMore}
            isAsking={found.isAskingMore}
            onMore={found.more}
            error={found.moreError}
          />
        </>
      )}
    </section>
  );
}

/** Entities one of whose names begins a word like what is looked for. */
function entitiesFor(q: string, { entities }: Names): readonly string[] {
  const wanted = q.trim().toLowerCase();
  if (wanted === '') return [];
  const matches = [...entities.values()].filter(({ slug, name, names, aliases }) =>
    [slug, name, ...Object.values(names ?? {}), ...(aliases ?? [])].some((each) =>
      ` ${each.toLowerCase()}`.includes(/^[\u3400-\u9fff]/.test(wanted) ? wanted : ` ${wanted}`),
    ),
  );
  return matches.map(({ slug }) => slug);
}
