import { DayField } from '../parts/day-field.js';
import { Link } from '../parts/link.js';
import { useWhereabouts } from '../place/use-place.js';
import { useAxis } from '../time/axis.js';
import { dayText } from '../time/days.js';
import { useWords } from '../words/words.js';
import { AROUND, around, isReversed, spanOf, type Window } from './spans.js';

interface Props {
  /** What is shown. */
  readonly window: Window;
  /** Whether it is less than was asked for, as everything is too much. */
  readonly isAround: boolean;
}

/** By what the lanes are, how the axis runs, and from when to when. */
export function Controls({ window, isAround }: Props) {
  const { say } = useWords();
  const { place, go } = useWhereabouts();
  const { day, scale } = useAxis();
  const lanes = place.lanes ?? 'matter';
  const shown = spanOf(window, day, scale);
  // Where everything is too much to be shown unasked, it has to be asked for by its days.
  const all: Window = isAround
    ? { since: dayText(scale.first), until: dayText(scale.last) }
    : { since: undefined, until: undefined };
  const isBackwards = isReversed(window);
  return (
    <div class="controls">
      <fieldset class="switch">
        <legend class="hidden">{say('lanes')}</legend>
        {(['matter', 'authority'] as const).map((each) => (
          <Link
            key={each}
            to={{ lanes: each === 'authority' ? each : undefined }}
            {...(lanes === each && { 'aria-current': 'true' })}
          >
            {say(`lanes.${each}`)}
          </Link>
        ))}
      </fieldset>
      <fieldset class="switch">
        <legend class="hidden">{say('window')}</legend>
        {(['all', 'year', 'month'] as const).map((each) => (
          <Link
            key={each}
            to={each === 'all' ? all : day === undefined ? {} : around(day, AROUND[each])}
            {...(shown === each && { 'aria-current': 'true' })}
          >
            {say(`window.${each}`)}
          </Link>
        ))}
      </fieldset>
      <fieldset class="switch">
        <legend class="hidden">{say('scale')}</legend>
        <Link to={{ scale: undefined }} {...(place.scale === undefined && { 'aria-current': 'true' })}>
          {say('scale.stretched')}
        </Link>
        <Link to={{ scale: 'even' }} {...(place.scale === 'even' && { 'aria-current': 'true' })}>
          {say('scale.even')}
        </Link>
      </fieldset>
      <span class="fields">
        <label for="since">
          {say('window.since')}{' '}
          <DayField
            id="since"
            value={window.since}
            max={isBackwards ? undefined : window.until}
            onDay={(since, how) => go({ since, until: window.until }, how)}
          />
        </label>
        <label for="until">
          {say('window.until')}{' '}
          <DayField
            id="until"
            value={window.until}
            min={isBackwards ? undefined : window.since}
            onDay={(until, how) => go({ since: window.since, until }, how)}
          />
        </label>
      </span>
    </div>
  );
}
