import { useState } from 'preact/hooks';
import type { Development } from '../asking/answers.js';
import { useNames } from '../asking/use-names.js';
import { DevelopmentList } from '../parts/development-list.js';
import { Link } from '../parts/link.js';
import { percent } from '../parts/slider.js';
import { useWhereabouts } from '../place/use-place.js';
import { dayNumber, dayText, NO_BEGINNING } from '../time/days.js';
import type { Scale } from '../time/scale.js';
import { useWords } from '../words/words.js';
import { densityOf, type Lane } from './layout.js';

const A_PAGE = 100;
const SHADES = 5;

interface Props {
  readonly developments: readonly Development[];
  readonly lanes: readonly Lane[];
  readonly scale: Scale;
  /** Whether there are later ones that were not asked for yet. */
  readonly hasMore: boolean;
}

/** Too many to be drawn one by one: how many there are in each month, and a list that grows when it is asked to. */
export function Dense({ developments, lanes, scale, hasMore }: Props) {
  const { say, count } = useWords();
  const names = useNames();
  const { place } = useWhereabouts();
  const [shown, setShown] = useState(A_PAGE);
  const densities = lanes.map(({ key, developments: each }) => ({ key, months: densityOf(each, scale) }));
  const last = developments[developments.length - 1]?.earliest ?? NO_BEGINNING;
  const most = Math.max(1, ...densities.flatMap(({ months }) => [...months.values()]));
  const nameOf = (key: string): string =>
    key === '' ? say('lanes.no-matter') : place.lanes === 'authority' ? names.of(key) : names.matter(key);
  return (
    <div class="dense">
      <p class="footnote">{say('dense.what')}</p>
      {densities.map(({ key, months }) => (
        <section key={key} class="density">
          <h3>{nameOf(key)}</h3>
          <div class="density-strip">
            {hasMore && (
              <span class="not-loaded" style={{ left: percent(scale.at(dayNumber(last))) }}>
                {say('dense.later')}
              </span>
            )}
            {[...months].sort().map(([month, number]) => {
              const { since, until } = spanOf(month);
              const from = scale.at(dayNumber(since));
              return (
                <Link
                  key={month}
                  to={{ since, until }}
                  class={`month shade-${Math.ceil((number / most) * SHADES)}`}
                  style={{ left: percent(from), width: percent(scale.at(dayNumber(until) + 1) - from) }}
                  aria-label={say('dense.month', { month, count: count(number) })}
                  title={say('dense.month', { month, count: count(number) })}
                >
                  <span class="hidden">{month}</span>
                </Link>
              );
            })}
          </div>
        </section>
      ))}
      <DevelopmentList developments={developments.slice(0, shown)} />
      {shown < developments.length && (
        <p class="more">
          <button type="button" onClick={() => setShown(shown + A_PAGE)}>
            {say('dense.more', { count: count(Math.min(A_PAGE, developments.length - shown)) })}
          </button>
        </p>
      )}
    </div>
  );
}

/** Of a month, or of a day. */
function spanOf(month: string): { readonly since: string; readonly until: string } {
  if (month.length > 'YYYY-MM'.length) return { since: month, until: month };
  const since = `${month}-01`;
  const next = new Date(`${since}T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return { since, until: dayText(Math.round(next.getTime() / 86_400_000) - 1) };
}
