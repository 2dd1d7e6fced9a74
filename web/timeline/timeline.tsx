import { ErrorPanel } from '../parts/error-panel.js';
import { Link } from '../parts/link.js';
import { More } from '../parts/more.js';
import { Skeleton } from '../parts/skeleton.js';
import { useWhereabouts } from '../place/use-place.js';
import { useAxis } from '../time/axis.js';
import { dayNumber, dayText } from '../time/days.js';
import { evenScale } from '../time/scale.js';
import { useWords } from '../words/words.js';
import { Controls } from './controls.js';
import { Dense } from './dense.js';
import { Drawing } from './drawing.js';
import { lanesOf } from './layout.js';
import { isOutside, recentred } from './spans.js';
import { useTimeline } from './use-timeline.js';
import './timeline.css';

/** More bars than these are no longer told apart. */
const MOST_BARS = 200;

/** What happened, by matter or authority. */
export function Timeline() {
  const { say, count, dates } = useWords();
  const { place } = useWhereabouts();
  const axis = useAxis();
  const timeline = useTimeline();
  const { body, error, busy, items, window, isAround, isBackwards } = timeline;
  const { since, until } = window;
  const scale = since && until && since < until ? evenScale(dayNumber(since), dayNumber(until)) : axis.scale;
  return (
    <section class="timeline-view" aria-labelledby="timeline-title" aria-busy={busy}>
      <header class="view-head">
        <h2 id="timeline-title">{say('timeline.title')}</h2>
        <Controls window={window} isAround={isAround} />
      </header>
      {isBackwards ? (
        <p class="notice" role="alert">
          {say('window.reversed')}{' '}
          <Link class="button" to={{ since: until, until: since }}>
            {say('window.turn')}
          </Link>
        </p>
      ) : error !== undefined && !busy ? (
        <ErrorPanel error={error} again={timeline.again} />
      ) : !body ? (
        <Skeleton rows={12} name={say('timeline.loading')} />
      ) : (
        <>
          {axis.day !== undefined && isOutside(window, axis.day) && (
            <p class="notice">
              {say('window.outside', { day: dates.day(dayText(axis.day)) })}{' '}
              <Link class="button" to={recentred(window, axis.day)}>
                {say('window.recentre')}
              </Link>
            </p>
          )}
          {isAround && <p class="notice">{say('timeline.around')}</p>}
          <p class="shown" role="status">
            {timeline.hasMore
              ? say('timeline.first', { count: count(items.length) })
              : say('timeline.count', { count: count(items.length) })}
          </p>
          {items.length === 0 ? (
            <p class="nothing">{say('timeline.nothing')}</p>
          ) : items.length > MOST_BARS ? (
            <Dense
              developments={items}
              lanes={lanesOf(items, place.lanes ?? 'matter')}
              scale={scale}
              hasMore={timeline.hasMore}
            />
          ) : (
            <Drawing lanes={lanesOf(items, place.lanes ?? 'matter')} scale={scale} />
          )}
          <More
            shown={items.length}
            hasMore={timeline.hasMore}
            isAsking={timeline.isAskingMore}
            error={timeline.moreError}
            onMore={timeline.more}
          />
        </>
      )}
    </section>
  );
}
