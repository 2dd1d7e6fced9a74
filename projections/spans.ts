import type { Change, Development } from './change.js';
import type { Sql, SqlValue } from './projection.js';

/** One row that is known from some position on: the columns that name it, and the others. */
export interface Span {
  readonly key: readonly SqlValue[];
  readonly rest?: readonly SqlValue[];
}

/** How rows of a table are opened at a position, and closed at one. */
export interface SpanTable {
  readonly open: string;
  readonly close: string;
}

/**
 * Rows are a function of a development's state, so a change closes the rows it no longer gives and opens the new
 * ones; rows that stay are left alone, and no index over open rows is needed.
 */
export function moveSpans<D extends Development>(
  { before, after }: Change<D>,
  spansOf: (development: D) => readonly Span[],
  table: SpanTable,
  position: number,
  sql: Sql,
): void {
  const was = before ? byText(spansOf(before)) : new Map<string, Span>();
  const is = byText(spansOf(after));
  for (const [text, span] of was) if (!is.has(text)) sql.run(table.close, position, ...span.key);
  for (const [text, span] of is) if (!was.has(text)) sql.run(table.open, ...span.key, position, ...(span.rest ?? []));
}

const byText = (spans: readonly Span[]): Map<string, Span> =>
  new Map(spans.map((span) => [JSON.stringify([span.key, span.rest]), span]));
