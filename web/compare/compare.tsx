import type { Schemas } from '../asking/answers.js';
import { usePages } from '../asking/use-pages.js';
import { type Moment, useAskedPoint, useHere } from '../asking/use-point.js';
import { ErrorPanel } from '../parts/error-panel.js';
import { Icon } from '../parts/icons.js';
import { More } from '../parts/more.js';
import { Skeleton } from '../parts/skeleton.js';
import { useWhereabouts } from '../place/use-place.js';
import { dayNumber, dayText } from '../time/days.js';
import { useWords } from '../words/words.js';
import { DifferenceRow } from './difference-row.js';
import { PointField } from './point-field.js';
import './compare.css';

type Difference = Schemas['Difference'];
interface Page {
  readonly items: readonly Difference[];
  readonly next: string | null;
  readonly from: Schemas['Point'];
  readonly to: Schemas['Point'];
}

const A_YEAR = 365;

/** What differs between two points: two days, or two moments of knowledge, or both. */
export function Compare({ moment }: { readonly moment: Moment | undefined }) {
  const { say, count } = useWords();
  const { place, go } = useWhereabouts();
  const to = useHere();
  const yearBefore = moment && dayText(dayNumber(moment.asOf) - A_YEAR);
  const before = { asOf: place.from?.asOf ?? yearBefore, knownAt: place.from?.knownAt ?? place.knownAt };
  const from = useAskedPoint(before);
  const { matter, entity } = place;
  const differences = usePages<Difference, Page>(
    moment && from.key && to.key && ['diff', matter, entity, from.key, to.key],
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
  const after = { asOf: moment?.asOf, knownAt: place.knownAt };
  // Left open, the first of two points is known as the second is.
  const pinned = moment && { ...after, knownAt: place.knownAt ?? `position:${moment.position}` };
  return (
    <section class="compare-view" aria-labelledby="compare-title" aria-busy={busy}>
      <header class="view-head">
        <h2 id="compare-title">{say('compare.title')}</h2>
      </header>
      <div class="points">
        <PointField
          name="from"
          title={say('compare.from')}
          point={before}
          known={body?.from.knownAt}
          onChange={(point) => go({ from: point })}
        />
        <button type="button" class="swap" onClick={() => go({ from: pinned, ...before })}>
          <Icon of="arrow" />
          {say('compare.swap')}
        </button>
        <PointField
          name="to"
          title={say('compare.to')}
          point={after}
          known={body?.to.knownAt}
          onChange={(point) => go(point)}
        />
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
          <ul class="differences">
            {items.map((difference) => (
              <DifferenceRow key={difference.fact} difference={difference} />
            ))}
          </ul>
          <More
            shown={items.length}
            hasMore={differences.hasMore}
            isAsking={differences.isAskingMore}
            onMore={differences.more}
          />
        </>
      )}
    </section>
  );
}
