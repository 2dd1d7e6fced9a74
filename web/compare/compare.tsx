import type { Schemas } from '../asking/answers.js';
import { useAsking } from '../asking/use-answer.js';
import { usePages } from '../asking/use-pages.js';
import { type Moment, useAskedPoint, useHere } from '../asking/use-point.js';
import { ErrorPanel } from '../parts/error-panel.js';
import { Icon } from '../parts/icons.js';
import { Link } from '../parts/link.js';
import { More } from '../parts/more.js';
import { Skeleton } from '../parts/skeleton.js';
import { pinnedPosition } from '../place/place.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';
import { DifferenceRow } from './difference-row.js';
import { PointField } from './point-field.js';
import { useBefore } from './use-before.js';
import './compare.css';

type Difference = Schemas['Difference'];
interface Page {
  readonly items: readonly Difference[];
  readonly next: string | null;
  readonly from: Schemas['Point'];
  readonly to: Schemas['Point'];
}

/** What differs between two points: two days, or two moments of knowledge, or both. */
export function Compare({ moment }: { readonly moment: Moment | undefined }) {
  const { say, count, dates } = useWords();
  const { head } = useAsking();
  const { place, go } = useWhereabouts();
  const to = useHere();
  const { day, byDefault } = useBefore(moment?.asOf);
  const before = { ...(day && { asOf: day }), knownAt: place.from?.knownAt ?? place.knownAt };
  const from = useAskedPoint(before);
  const { matter, entity } = place;
  const differences = usePages<Difference, Page>(
    moment && day !== undefined && from.key && to.key ? ['diff', matter, entity, from.key, to.key] : undefined,
    async (service, cursor, signal) => {
      const { body } = await service.getDiff(
        {
          ...(before.asOf && { 'from.asOf': before.asOf }),
          ...(before.knownAt && { 'from.knownAt': before.knownAt }),
          ...(place.asOf && { 'to.asOf': place.asOf }),
          ...(place.knownAt && { 'to.knownAt': place.knownAt }),
          ...(matter && { matter }),
          ...(entity && { entity }),
          limit: 200,
          ...(cursor && { cursor }),
        },
        signal && { signal },
      );
      return { items: body.facts, next: body.next, from: body.from, to: body.to };
    },
  );
  const { body, error, busy, items } = differences;
  const after = { asOf: place.asOf ?? moment?.asOf, knownAt: place.knownAt };
  const everything = head === undefined ? undefined : `position:${head}`;
  const known = (point: Schemas['Point'] | undefined): string => {
    const { position, recordedAt } = point?.knownAt ?? {};
    return position && recordedAt ? say('recorded', { position, at: dates.instant(recordedAt) }) : '';
  };
  // Left open, the first of two points is known as the second is.
  const pinned = moment && { ...after, knownAt: place.knownAt ?? `position:${moment.position}` };
  return (
    <section class="compare-view" aria-labelledby="compare-title" aria-busy={busy}>
      <header class="view-head">
        <h2 id="compare-title">
          {say('compare.title')}{' '}
          {before.asOf && after.asOf && (
            <span class="compared">
              {say('compare.points', { from: dates.shortDay(before.asOf), to: dates.shortDay(after.asOf) })}
            </span>
          )}
        </h2>
      </header>
      <div class="points">
        <PointField
          title={say('compare.from')}
          point={{ ...before, knownAt: place.from?.knownAt }}
          known={known(body?.from)}
          onChange={(point, how) => go({ from: point }, how)}
        >
          {pinnedPosition(place) !== undefined && everything !== undefined && place.from?.knownAt !== everything && (
            <button type="button" onClick={() => go({ from: { ...before, knownAt: everything } })}>
              {say('compare.by-everything')}
            </button>
          )}
        </PointField>
        <button type="button" class="swap" onClick={() => go({ from: pinned, ...before })}>
          <Icon of="arrow" />
          {say('compare.swap')}
        </button>
        <section class="point" aria-labelledby="after-title">
          <h3 id="after-title">{say('compare.to')}</h3>
          {after.asOf && <p>{dates.day(after.asOf)}</p>}
          <p class="point-known">{known(body?.to)}</p>
          <p class="point-hint">{say('compare.by-dials')}</p>
        </section>
      </div>
      {error !== undefined && !busy ? (
        <ErrorPanel error={error} again={differences.again} />
      ) : !body ? (
        <Skeleton rows={8} name={say('compare.loading')} />
      ) : (
        <>
          <p class="shown" role="status">
            {items.length === 0 ? say('compare.same') : say('compare.count', { count: count(items.length) })}
          </p>
          {items.length === 0 && byDefault !== undefined && byDefault !== before.asOf && (
            <p>
              <Link class="button" to={{ from: place.from?.knownAt ? { knownAt: place.from.knownAt } : undefined }}>
                {say('compare.last-change')}
              </Link>
            </p>
          )}
          <ul class="differences">
            {items.map((difference) => (
              <DifferenceRow key={difference.fact} difference={difference} />
            ))}
          </ul>
          <More
            shown={items.length}
            hasMore={differences.hasMore}
            isAsking={differences.isAskingMore}
            error={differences.moreError}
            onMore={differences.more}
          />
        </>
      )}
    </section>
  );
}
