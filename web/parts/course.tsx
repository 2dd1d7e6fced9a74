import type { ValidSpan } from '../asking/use-courses.js';
import { useAxis } from '../time/axis.js';
import { dayNumber } from '../time/days.js';
import { percent } from './slider.js';
import { tonesOf } from './verdict.js';
import './course.css';

/** A fact over the years, on the axis of the day slider. What it says is said in words beside it. */
export function Course({ spans, predicate }: { readonly spans: readonly ValidSpan[]; readonly predicate: string }) {
  const { scale, day } = useAxis();
  return (
    <span class="course" aria-hidden="true">
      {spans.map((span) => {
        const [from, to] = [scale.at(dayNumber(span.from)), scale.at(dayNumber(span.to) + 1)];
        if (span.certainty === 'unrecorded' || to <= from) return null;
        return (
          <span
            key={span.from}
            class={`course-span ${span.certainty} ${tonesOf(span, predicate)}`}
            style={{ left: percent(from), width: percent(to - from) }}
          />
        );
      })}
      {day !== undefined && spans.length > 0 && <span class="course-day" style={{ left: percent(scale.at(day)) }} />}
    </span>
  );
}
