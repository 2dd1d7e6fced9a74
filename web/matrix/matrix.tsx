import { useState } from 'preact/hooks';
import type { Schemas } from '../asking/answers.js';
import { useAnswer } from '../asking/use-answer.js';
import { type Courses, MOST_COURSES, spansAt } from '../asking/use-courses.js';
import { type Moment, useHere } from '../asking/use-point.js';
import { ErrorPanel } from '../parts/error-panel.js';
import { Skeleton } from '../parts/skeleton.js';
import type { Language } from '../place/place.js';
import { useWhereabouts } from '../place/use-place.js';
import { nameIn } from '../words/names.js';
import { useWords } from '../words/words.js';
import { Cell } from './cell.js';
import { ChangesOfTheDay } from './changes-of-the-day.js';
import { Legend } from './legend.js';
import { NoMatrix } from './no-matrix.js';
import './matrix.css';

/** Rows that are drawn at once: more can't be taken in, and take long. */
const A_PAGE = 40;

type Row = Schemas['InteroperabilityRow'];
type Column = Schemas['InteroperabilityColumn'];

/** Who takes whose means of payment, and links to whom, on a day: the walls. */
export function Matrix({
  courses,
  moment,
}: {
  readonly courses: Courses | undefined;
  readonly moment: Moment | undefined;
}) {
  const words = useWords();
  const { say, language, count } = words;
  const { place } = useWhereabouts();
  const [shown, setShown] = useState(A_PAGE);
  const { at, key } = useHere();
  const { body, error, busy, again } = useAnswer(key && ['matrix', ...key, place.matter], async (service, signal) => {
    const { body } = await service.getInteroperability(
      { ...at, ...(place.matter && { matter: place.matter }) },
      { signal },
    );
    return body;
  });
  if (error !== undefined && !busy) return <ErrorPanel error={error} again={again} />;
  if (!body) {
    return (
      <section class="matrix-view" aria-labelledby="matrix-title" aria-busy="true">
        <header class="view-head">
          <h2 id="matrix-title">{say('matrix.title')}</h2>
          <p class="hint">{say('matrix.hint')}</p>
        </header>
        <Skeleton rows={9} name={say('matrix.loading')} />
      </section>
    );
  }
  if (body.rows.length === 0) return <NoMatrix />;
  const all = inOrder(body.rows, (row) => nameIn(row, language), language);
  const rows = all.slice(0, shown);
  const groups = (['payment', 'links'] as const)
    .map((predicate) => ({ predicate, columns: body.columns.filter((column) => column.predicate === predicate) }))
    .filter(({ columns }) => columns.length > 0);
  const columns = groups.flatMap((group) => group.columns);
  const cells = all.flatMap((row) => Object.values(row.cells));
  const hasCourses = cells.length <= MOST_COURSES;
  return (
    <section class="matrix-view" aria-labelledby="matrix-title" aria-busy={busy}>
      <header class="view-head">
        <h2 id="matrix-title">{say('matrix.title')}</h2>
        <p class="hint">{say('matrix.hint')}</p>
        <Legend cells={cells} />
      </header>
      <ChangesOfTheDay courses={courses} moment={moment} />
      <div class="matrix-frame">
        <table class="matrix" style={{ '--columns': columns.length }}>
          <caption class="hidden">{say('matrix.caption')}</caption>
          <thead>
            <tr class="groups">
              <td />
              {groups.map(({ predicate, columns: { length } }) => (
                <th key={predicate} scope="colgroup" colSpan={length}>
                  {say(`matrix.${predicate}`)}
                </th>
              ))}
            </tr>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {nameIn(column, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.slug}>
                <th scope="row">{nameIn(row, language)}</th>
                {columns.map((column) => (
                  <MatrixCell
                    key={column.key}
                    row={row}
                    column={column}
                    courses={hasCourses ? courses : undefined}
                    moment={moment}
                    hasCourse={hasCourses}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all.length > shown && (
        <p class="more">
          <span role="status">{say('matrix.rows', { shown: count(shown), all: count(all.length) })}</span>
          <button type="button" onClick={() => setShown(shown + A_PAGE)}>
            {say('more')}
          </button>
        </p>
      )}
      <p class="footnote">{say('matrix.footnote')}</p>
    </section>
  );
}

interface CellProps {
  readonly row: Row;
  readonly column: Column;
  readonly courses: Courses | undefined;
  readonly moment: Moment | undefined;
  readonly hasCourse: boolean;
}

function MatrixCell({ row, column, courses, moment, hasCourse }: CellProps) {
  const { language, say } = useWords();
  const cell = row.cells[column.key];
  if (!cell) {
    return (
      <td class="never">
        <span class="hidden">{say('matrix.never')}</span>
      </td>
    );
  }
  const spans = moment ? spansAt(courses?.get(cell.fact), moment.position) : [];
  return (
    <td>
      <Cell cell={cell} subject={nameIn(row, language)} column={column} spans={hasCourse ? spans : undefined} />
    </td>
  );
}

/** Those of whom most is written first, then by name. */
function inOrder(rows: readonly Row[], name: (row: Row) => string, language: Language): readonly Row[] {
  const cells = (row: Row): number => Object.keys(row.cells).length;
  return [...rows].sort((a, b) => cells(b) - cells(a) || name(a).localeCompare(name(b), language));
}
