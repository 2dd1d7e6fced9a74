import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sql } from '../../../projections/projection.js';
import { factsBetween } from '../facts-between.js';
import { changesOfKnowledge } from './changes-of-knowledge.js';
import { type Days, type ValidSpan, validSpans } from './valid-span.js';

/** Positions in a row, both ends among them, at which the same was known about a fact. */
export interface Believed {
  readonly from: number;
  readonly to: number;
  readonly spans: readonly ValidSpan[];
}

/** What was believed about a fact over some days of valid time, at every position from `first` to `last`. */
export async function* beliefsOf(
  sql: Sql,
  key: string,
  days: Days,
  first: number,
  last: number,
): AsyncGenerator<Believed> {
  const fact = factsBetween(sql, [key], first, last).get(key);
  let current: { readonly from: number; readonly spans: readonly ValidSpan[]; readonly text: string } | undefined;
  let before: string | undefined;
  for (const position of [first, ...changesOfKnowledge(sql, key, first, last)]) {
    await nextTurn();
    const knowledge = fact?.at(position)?.knowledge;
    const known = JSON.stringify(knowledge) ?? '';
    // Most of what happens in a connected group leaves a fact in it alone.
    if (known === before) continue;
    before = known;
    const spans: ValidSpan[] = [];
    for await (const span of validSpans(knowledge, days)) spans.push(span);
    const text = JSON.stringify(spans);
    if (current?.text !== text) {
      if (current) yield { from: current.from, to: position - 1, spans: current.spans };
      current = { from: position, spans, text };
    }
  }
  if (current) yield { from: current.from, to: last, spans: current.spans };
}
