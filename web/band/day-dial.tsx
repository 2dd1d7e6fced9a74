import { Icon } from '../parts/icons.js';
import { neighbour, percent, Slider } from '../parts/slider.js';
import { useWidth } from '../parts/use-width.js';
import { useWhereabouts } from '../place/use-place.js';
import { useAxis } from '../time/axis.js';
import { dayNumber, dayText, isDay } from '../time/days.js';
import { ticksOf } from '../time/scale.js';
import { useWords } from '../words/words.js';
import { usePlaying } from './use-playing.js';

/** Whoever types 2021 has typed 2, 20 and 202 before; years as early are taken once the field is left. */
const SOONEST_TYPED = '1000-01-01';

/** Pixels that a year under the axis takes. */
const TICK_WIDTH = 62;

/** Which day is asked about. */
export function DayDial({ asOf }: { readonly asOf: string }) {
  const { say, dates } = useWords();
  const { place, go } = useWhereabouts();
  const { scale, days, isReady } = useAxis();
  const [measure, width] = useWidth(1000);
  const day = dayNumber(asOf);
  const move = (to: number, how?: 'replace'): void => go({ asOf: dayText(to) }, how);
  const playing = usePlaying(days, day, place.knownAt, move);
  const before = neighbour(days, day, -1);
  const after = neighbour(days, day, 1);
  return (
    <div class="dial" ref={measure}>
      <div class="dial-head">
        <label class="dial-name" for="day">
          {say('dial.day')}
        </label>
        <input
          id="day"
          type="date"
          value={asOf}
          onChange={({ currentTarget: { value } }) => {
            if (isDay(value) && value >= SOONEST_TYPED) go({ asOf: value });
          }}
          onBlur={({ currentTarget: { value } }) => {
            if (isDay(value)) go({ asOf: value });
          }}
        />
        <div class="buttons">
          <button type="button" disabled={before === undefined} onClick={() => before !== undefined && move(before)}>
            <Icon of="previous" />
            <span class="wide">{say('dial.previous')}</span>
          </button>
          <button
            type="button"
            class={playing.is ? 'play is-playing' : 'play'}
            disabled={days.length === 0}
            onClick={playing.toggle}
          >
            <Icon of={playing.is ? 'pause' : 'play'} />
            <span class="wide">{playing.is ? say('dial.pause') : say('dial.play')}</span>
          </button>
          <button type="button" disabled={after === undefined} onClick={() => after !== undefined && move(after)}>
            <span class="wide">{say('dial.next')}</span>
            <Icon of="next" />
          </button>
        </div>
      </div>
      <Slider
        label={say('dial.day-axis')}
        value={day}
        min={scale.first}
        max={scale.last}
        at={scale.at}
        valueAt={scale.dayAt}
        marks={days}
        text={dates.day(asOf)}
        isReady={isReady}
        onMove={move}
      >
        <div class="ticks" aria-hidden="true">
          {ticksOf(scale, TICK_WIDTH / width).map(({ at, text }) => (
            <span key={text} class="tick" style={{ left: percent(at) }}>
              {text}
            </span>
          ))}
        </div>
      </Slider>
    </div>
  );
}
