import type { Development } from '../asking/answers.js';
import { Icon } from '../parts/icons.js';
import { Link } from '../parts/link.js';
import { percent } from '../parts/slider.js';
import { useWhereabouts } from '../place/use-place.js';
import { useAxis } from '../time/axis.js';
import { dayNumber } from '../time/days.js';
import type { Scale } from '../time/scale.js';
import { langOf } from '../words/lang-of.js';
import { useWords } from '../words/words.js';
import { barOf } from './layout.js';

interface Props {
  readonly development: Development;
  readonly scale: Scale;
  readonly height: number;
  /** Words stand below the bar, across the whole width. */
  readonly isNarrow: boolean;
}

/** One development: a dot on its day, or a bar over the days on which it may have been. */
export function Row({ development, scale, height, isNarrow }: Props) {
  const { dates, say } = useWords();
  const { place } = useWhereabouts();
  const { day } = useAxis();
  const { id, title, earliest, latest, when } = development;
  const bar = barOf(development, scale);
  const isDay = earliest === latest;
  const isAhead = day !== undefined && dayNumber(earliest) > day;
  const isVague = /[~?%]$/.test(when);
  const range = dates.shortRange(earliest, latest);
  const label =
    bar.label === 'before'
      ? { right: percent(1 - bar.from) }
      : { left: percent(bar.label === 'inside' ? bar.from : bar.to) };
  return (
    <li
      class={`row ${isAhead ? 'ahead' : ''} ${development.retracted ? 'is-retracted' : ''}`}
      style={isNarrow ? {} : { height: `${height}px` }}
    >
      <span
        aria-hidden="true"
        class={`bar ${isDay ? 'bar-day' : ''} ${bar.opensLeft ? 'opens-left' : ''} ${bar.opensRight ? 'opens-right' : ''} ${isVague ? 'bar-vague' : ''}`}
        style={{ left: percent(bar.from), width: percent(Math.max(bar.to - bar.from, 0)) }}
      />
      <Link
        class={`row-label label-${bar.label}`}
        to={{ development: id }}
        style={isNarrow ? {} : { ...label, maxWidth: `calc(${percent(bar.room)} - 16px)` }}
        title={`${range} · ${when}`}
        {...(place.development === id && { 'aria-current': 'true' })}
      >
        {development.unsourced && (
          <>
            <Icon of="warning" />
            <span class="hidden">{say('source.none')} </span>
          </>
        )}
        <span class="row-title" lang={langOf(title)}>
          {title}
        </span>{' '}
        <span class="row-when">{range}</span>
      </Link>
    </li>
  );
}
