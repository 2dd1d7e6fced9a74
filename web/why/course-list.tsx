import type { Schemas } from '../asking/answers.js';
import { spansAt } from '../asking/use-courses.js';
import { useNames } from '../asking/use-names.js';
import { Course } from '../parts/course.js';
import { Link } from '../parts/link.js';
import { possibleValues } from '../parts/verdict.js';
import { dayNumber, dayText, NO_BEGINNING } from '../time/days.js';
import { type FactName, valueWords } from '../words/fact-words.js';
import { useWords } from '../words/words.js';

interface Props {
  readonly beliefs: readonly Schemas['Belief'][];
  readonly position: number;
  readonly day: string;
  readonly fact: FactName;
}

/** The same fact on other days, and as it was believed before: each a link to that day, or that knowledge. */
export function CourseList({ beliefs, position, day, fact }: Props) {
  const words = useWords();
  const { say, dates } = words;
  const names = useNames();
  const spans = spansAt(beliefs, position);
  if (spans.length === 0) return null;
  const valued = (span: (typeof spans)[number]): string =>
    possibleValues(span)
      .map((value) => valueWords(value, fact, words, names))
      .join(` ${say('or')} `);
  return (
    <>
      <h3>{say('course.title')}</h3>
      <Course spans={spans} predicate={fact.predicate} />
      <ul class="spans">
        {spans.map((span) => {
          const isNow = span.from <= day && day <= span.to;
          const to = span.from === NO_BEGINNING ? dayText(dayNumber(span.to)) : span.from;
          return (
            <li key={span.from} class={isNow ? 'now' : ''}>
              <Link to={{ asOf: isNow ? day : to }} {...(isNow && { 'aria-current': 'date' })}>
                {dates.shortRange(span.from, span.to)}
              </Link>
              <span>{valued(span)}</span>
            </li>
          );
        })}
      </ul>
      <h3>{say('beliefs.title')}</h3>
      <ol class="beliefs">
        {beliefs.map((belief) => {
          const isNow = Number(belief.from) <= position && position <= Number(belief.to);
          const then = belief.spans.find((span) => span.from <= day && day <= span.to);
          return (
            <li key={belief.from} class={isNow ? 'now' : ''}>
              <span>
                <Link
                  to={{ knownAt: isNow ? `position:${position}` : `position:${belief.to}` }}
                  {...(isNow && { 'aria-current': 'step' })}
                >
                  {say('beliefs.from', { from: belief.from, to: belief.to })}
                </Link>
                <small>
                  {belief.recordedAt === null ? '' : say('beliefs.since', { at: dates.instant(belief.recordedAt) })}
                </small>
              </span>
              <span>{then ? valued(then) : ''}</span>
            </li>
          );
        })}
      </ol>
      <p class="footnote">{say('beliefs.means', { day: dates.shortDay(day) })}</p>
    </>
  );
}
