import { nodesOf, WHEN } from '../../projections/dates.js';
import type { Sql } from '../../projections/projection.js';
import { kindNamed } from '../developments/kinds/index.js';
import { dayOfInstant, formatDay } from '../time/day.js';
import type { DateRange } from '../time/edtf.js';
import type { DayAhead } from './days-ahead.query.js';
import { versionOf } from './development-view.js';

interface NodeRow {
  readonly node: string;
  readonly known_from: number;
  readonly first: number;
  readonly last: number;
}

const NODES = `
  SELECT node, known_from, first, last FROM nodes
  WHERE dev = ? AND known_from <= ? AND (known_to IS NULL OR known_to > ?)`;

/**
 * The days of a development (by its place in log order) that may lie in a span, as known at a position: those from
 * which its effects hold, and its own if none of it had come when that was recorded. Of a retracted one, too.
 */
export function daysAheadOf(
  sql: Sql,
  dev: number,
  span: DateRange,
  position: number,
  recordedAt: (position: number) => string | null,
): readonly DayAhead[] {
  const development = versionOf(sql, dev, position);
  if (!development) return [];
  const { kind, details, id, when } = development;
  const of = kindNamed(kind);
  const written = new Map([
    [WHEN, when],
    ...(of?.dates?.(details) ?? []).map(({ node, date }) => [node, date] as const),
  ]);
  const bound = new Map(sql.all<NodeRow>(NODES, dev, position, position).map((row) => [row.node, row]));
  const recordDay = dayOfInstant(development.recordedAt);
  // What is retracted keeps the days that it had told of.
  const version = { version: development, sources: [], revision: development.revision, retracted: false };
  return nodesOf(version).flatMap(({ node, range }): DayAhead[] => {
    const row = bound.get(node);
    const { earliest, latest } = row ? { earliest: row.first, latest: row.last } : range;
    if (latest < span.earliest || earliest > span.latest) return [];
    if (node === WHEN && earliest <= recordDay) return [];
    const told = Math.max(Number(development.position), row?.known_from ?? 0);
    return [
      {
        development,
        node,
        when: written.get(node) ?? when,
        earliest: formatDay(earliest),
        latest: formatDay(latest),
        effects: of?.effects(details, { id }).filter((effect) => effect.node === node) ?? [],
        toldAt: recordedAt(told) ?? development.recordedAt,
      },
    ];
  });
}
