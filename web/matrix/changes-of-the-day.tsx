import { type Courses, spanOn, spansAt } from '../asking/use-courses.js';
import { useNames } from '../asking/use-names.js';
import type { Moment } from '../asking/use-point.js';
import { Link } from '../parts/link.js';
import { possibleValues } from '../parts/verdict.js';
import { dayNumber, dayText } from '../time/days.js';
import { aboutWhom, factName, valueWords } from '../words/fact-words.js';
import { useWords } from '../words/words.js';

const MOST = 4;

/** What becomes another on the very day, so that whoever plays through the days is told what moved. */
export function ChangesOfTheDay({
  courses,
  moment,
}: {
  readonly courses: Courses | undefined;
  readonly moment: Moment | undefined;
}) {
  const words = useWords();
  const { say, dates } = words;
  const names = useNames();
  if (!courses || !moment) return <p class="changes" />;
  const before = dayText(dayNumber(moment.asOf) - 1);
  const changed = [...courses].flatMap(([fact, beliefs]) => {
    const spans = spansAt(beliefs, moment.position);
    const now = spanOn(spans, moment.asOf);
    const then = spanOn(spans, before);
    return now && then && now.from === moment.asOf ? [{ fact, now, then }] : [];
  });
  // Whoever moves the slider hears its own words at every step.
  const isBySlider = document.activeElement?.getAttribute('role') === 'slider';
  return (
    <p class="changes" role="status" aria-live={isBySlider ? 'off' : 'polite'}>
      {changed.length === 0 ? (
        say('changes.none', { day: dates.shortDay(moment.asOf) })
      ) : (
        <>
          <strong>{say('changes.today', { day: dates.shortDay(moment.asOf) })}</strong>{' '}
          {changed.slice(0, MOST).map(({ fact, now, then }) => {
            const name = factName(fact);
            const said = (span: typeof now): string =>
              possibleValues(span)
                .map((value) => valueWords(value, name, words, names))
                .join(` ${say('or')} `);
            return (
              <span key={fact} class="change">
                <Link to={{ fact }}>{aboutWhom(name, names)}</Link> {said(then)} → <b>{said(now)}</b>
              </span>
            );
          })}
          {changed.length > MOST && <span class="change">{say('changes.more', { count: changed.length - MOST })}</span>}
        </>
      )}
    </p>
  );
}
