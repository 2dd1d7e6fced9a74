import { Link } from '../parts/link.js';
import { useWhereabouts } from '../place/use-place.js';
import { useAxis } from '../time/axis.js';
import { dayText } from '../time/days.js';
import { useWords } from '../words/words.js';
import type { Window } from './use-timeline.js';

/** By what the lanes are, how the axis runs, and from when to when. */
export function Controls({ window }: { readonly window: Window }) {
  const { say } = useWords();
  const { place, go } = useWhereabouts();
  const { day } = useAxis();
  const around = (days: number): Window | undefined =>
    day === undefined ? undefined : { since: dayText(day - days), until: dayText(day + days) };
  const lanes = place.lanes ?? 'matter';
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
        <Link
          to={{ since: undefined, until: undefined }}
          {...(place.since === undefined && place.until === undefined && { 'aria-current': 'true' })}
        >
          {say('window.all')}
        </Link>
        <Link to={{ ...around(183) }}>{say('window.year')}</Link>
        <Link to={{ ...around(15) }}>{say('window.month')}</Link>
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
        <label>
          {say('window.since')}{' '}
          <input
            type="date"
            value={window.since ?? ''}
            onChange={({ currentTarget: { value } }) => go({ since: value || undefined })}
          />
        </label>
        <label>
          {say('window.until')}{' '}
          <input
            type="date"
            value={window.until ?? ''}
            onChange={({ currentTarget: { value } }) => go({ until: value || undefined })}
          />
        </label>
      </span>
    </div>
  );
}
