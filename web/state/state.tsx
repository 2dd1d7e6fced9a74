import type { Fact, Schemas } from '../asking/answers.js';
import { usePages } from '../asking/use-pages.js';
import { useHere } from '../asking/use-point.js';
import { ErrorPanel } from '../parts/error-panel.js';
import { More } from '../parts/more.js';
import { Skeleton } from '../parts/skeleton.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';
import { EntityField } from './entity-field.js';
import { FactRow } from './fact-row.js';
import { Totals } from './totals.js';
import { Unrecorded } from './unrecorded.js';
import './state.css';

interface Page {
  readonly items: readonly Fact[];
  readonly next: string | null;
  readonly totals: Schemas['State']['totals'];
}

/** Everything that is so, or may be, on the day. */
export function State() {
  const { say, word } = useWords();
  const { place } = useWhereabouts();
  const { at, key } = useHere();
  const { matter, entity } = place;
  const filter = { ...at, ...(matter && { matter }), ...(entity && { entity }), limit: 200 };
  const state = usePages<Fact, Page>(key && ['state', matter, entity, ...key], async (service, cursor, signal) => {
    const { body } = await service.getState({ ...filter, ...(cursor && { cursor }) }, signal && { signal });
    return { items: body.facts, next: body.next, totals: body.totals };
  });
  const { body, error, busy, items } = state;
  const predicates = [...new Set(items.map(({ predicate }) => predicate))];
  return (
    <section class="state-view" aria-labelledby="state-title" aria-busy={busy}>
      <header class="view-head">
        <h2 id="state-title">{say('state.title')}</h2>
        <EntityField />
      </header>
      {error !== undefined && !busy ? (
        <ErrorPanel error={error} again={state.again} />
      ) : !body ? (
        <Skeleton rows={10} name={say('state.loading')} />
      ) : (
        <>
          {items.length === 0 && <p class="nothing">{say('state.nothing')}</p>}
          <Totals totals={body.totals} />
          {predicates.map((predicate) => (
            <section key={predicate} class="predicate" aria-label={word('predicate', predicate)}>
              <h3>{word('predicate', predicate)}</h3>
              <ul class="facts">
                {items
                  .filter((fact) => fact.predicate === predicate)
                  .map((fact) => (
                    <FactRow key={fact.fact} fact={fact} />
                  ))}
              </ul>
            </section>
          ))}
          <More
            shown={items.length}
            hasMore={state.hasMore}
            isAsking={state.isAskingMore}
            error={state.moreError}
            onMore={state.more}
          />
          <Unrecorded />
          <p class="footnote">{say('state.footnote')}</p>
        </>
      )}
    </section>
  );
}
