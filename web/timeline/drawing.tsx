import { useNames } from '../asking/use-names.js';
import { percent } from '../parts/slider.js';
import { useWidth } from '../parts/use-width.js';
import { useWhereabouts } from '../place/use-place.js';
import { useAxis } from '../time/axis.js';
import { type Scale, ticksOf } from '../time/scale.js';
import { useWords } from '../words/words.js';
import { Arcs } from './arcs.js';
import { Key } from './key.js';
import { type Lane, placed } from './layout.js';
import { Row } from './row.js';

const WIDE = { head: 42, row: 30 };
/** Below this many pixels, words stand under their bars. */
const NARROW_BELOW = 720;
const TICK_WIDTH = 62;

/** Lanes of bars: a list to those who hear it, ranges on an axis to those who see it. */
export function Drawing({ lanes, scale }: { readonly lanes: readonly Lane[]; readonly scale: Scale }) {
  const { say } = useWords();
  const names = useNames();
  const { place } = useWhereabouts();
  const { day } = useAxis();
  const [measure, width] = useWidth(1000);
  const isNarrow = width < NARROW_BELOW;
  const nameOf = (key: string): string => {
    if (key === '') return say(place.lanes === 'authority' ? 'lanes.no-authority' : 'lanes.no-matter');
    return place.lanes === 'authority' ? names.of(key) : names.matter(key);
  };
  const ticks = ticksOf(scale, TICK_WIDTH / width);
  return (
    <div class={`drawing ${isNarrow ? 'narrow' : ''}`} ref={measure}>
      <Key isNarrow={isNarrow} />
      <div class="ticks" aria-hidden="true">
        {ticks.map(({ at, text }) => (
          <span key={text} class="tick" style={{ left: percent(at) }}>
            {text}
          </span>
        ))}
      </div>
      <div class="lanes">
        <div class="grid" aria-hidden="true">
          {ticks.map(({ at, text }) => (
            <span key={text} class="grid-line" style={{ left: percent(at) }} />
          ))}
          {day !== undefined && day >= scale.first && day <= scale.last && (
            <span class="day-line" style={{ left: percent(scale.at(day)) }} />
          )}
        </div>
        {/* On a phone they would cross the words. */}
        {!isNarrow && (
          <Arcs lanes={lanes} places={placed(lanes, WIDE)} scale={scale} width={width} rowHeight={WIDE.row} />
        )}
        {lanes.map(({ key, developments }) => (
          <section key={key} class="lane">
            <h3 style={{ height: `${WIDE.head}px` }}>{nameOf(key)}</h3>
            <ol>
              {developments.map((development) => (
                <Row
                  key={development.id}
                  development={development}
                  scale={scale}
                  height={WIDE.row}
                  isNarrow={isNarrow}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  );
}
