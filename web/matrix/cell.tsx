import type { Schemas } from '../asking/answers.js';
import type { ValidSpan } from '../asking/use-courses.js';
import { Course } from '../parts/course.js';
import { Link } from '../parts/link.js';
import { tonesOf, VerdictMark } from '../parts/verdict.js';
import { useWhereabouts } from '../place/use-place.js';
import { factName, sinceWords } from '../words/fact-words.js';
import { nameIn } from '../words/names.js';
import { useWords } from '../words/words.js';

interface Props {
  readonly cell: Schemas['InteroperabilityCell'];
  readonly subject: string;
  readonly column: Schemas['InteroperabilityColumn'];
  /** What it is over the years, where that was asked. */
  readonly spans: readonly ValidSpan[] | undefined;
}

/** One way from one service to another; it leads to why it is so. */
export function Cell({ cell, subject, column, spans }: Props) {
  const words = useWords();
  const { say, language } = words;
  const { place } = useWhereabouts();
  const { since } = cell;
  return (
    <Link
      to={{ fact: cell.fact, development: undefined }}
      class={`cell cell-${cell.certainty} ${tonesOf(cell, column.predicate)}`}
      data-fact={cell.fact}
      {...(place.fact === cell.fact && { 'aria-current': 'true' })}
    >
      <span class="cell-column">
        <span class="cell-kind">{say(`matrix.${column.predicate}`)}</span> {nameIn(column, language)}
      </span>
      <span class="hidden">{subject}: </span>
      <VerdictMark verdict={cell} fact={factName(cell.fact)} />
      <span class="cell-since">{since ? sinceWords(since, words, 'short') : ''}</span>
      {spans && <Course spans={spans} predicate={column.predicate} />}
      <span class="hidden">{say('why.open')}</span>
    </Link>
  );
}
