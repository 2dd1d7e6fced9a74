import { type Figures, isAsWanted, MEASURES, type Measure, type MeasureName } from './measures.js';

/** Figures of one size. */
export interface Column {
  readonly developments: number;
  readonly figures: Figures;
}

/** A Markdown table: a row a measure, a column a size; figures that are not as wanted are marked. */
export function tableOf(columns: readonly Column[]): string {
  const rows = Object.entries<Measure>(MEASURES).map(([name, measure]) => [
    `${measure.title} (${measure.unit})`,
    wanted(measure),
    ...columns.map(({ figures }) => cell(measure, figures[name as MeasureName])),
  ]);
  const head = ['', 'wanted', ...columns.map(({ developments }) => developments.toLocaleString('en'))];
  const line = ['---', '---', ...columns.map(() => '---:')];
  return [head, line, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function wanted({ atLeast, atMost, below }: Measure): string {
  if (atLeast !== undefined) return `≥ ${shown(atLeast)}`;
  if (atMost !== undefined) return `≤ ${shown(atMost)}`;
  return below === undefined ? '' : `< ${shown(below)}`;
}

function cell(measure: Measure, value: number | undefined): string {
  if (value === undefined) return '';
  return isAsWanted(measure, value) === false ? `**${shown(value)}**` : shown(value);
}

/** Three digits that count. */
const shown = (value: number): string =>
  value.toLocaleString('en', value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
