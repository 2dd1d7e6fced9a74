import type { Reading } from '../../../src/answers/reading.js';
import { ChangesHandler } from '../../../src/audit/changes.handler.js';
import { type ChangesAnswer, ChangesQuery } from '../../../src/audit/changes.query.js';
import { DiffHandler } from '../../../src/state/diff/diff.handler.js';
import { type DiffAnswer, DiffQuery } from '../../../src/state/diff/diff.query.js';
import { formatDay } from '../../../src/time/day.js';
import { type Filter, judged, same } from '../answers.js';
import { type Point, summedUp } from './expected.js';

type Parameters = Readonly<Record<string, string>>;

const at = ({ day, position }: Point, prefix: string): Parameters => ({
  [`${prefix}asOf`]: formatDay(day),
  [`${prefix}knownAt`]: `position:${position}`,
});

/** What differs, page by page, which says the same as in one go. */
export async function diffBetween(
  reading: Reading,
  from: Point,
  to: Point,
  filter: Filter,
  limit: number,
): Promise<DiffAnswer> {
  const handler = new DiffHandler(reading);
  return wholeAndPaged((parameters) => handler.execute(new DiffQuery(parameters)), limit, {
    ...at(from, 'from.'),
    ...at(to, 'to.'),
    ...filter,
  });
}

/** What changed since a position, page by page, which says the same as in one go. */
export async function changesSince(
  reading: Reading,
  since: number,
  to: Point,
  filter: Omit<Filter, 'predicate'>,
  limit: number,
): Promise<ChangesAnswer> {
  const handler = new ChangesHandler(reading);
  return wholeAndPaged((parameters) => handler.execute(new ChangesQuery(parameters)), limit, {
    since: String(since),
    ...at(to, ''),
    ...filter,
  });
}

async function wholeAndPaged<A extends { readonly facts: readonly object[]; readonly next: string | null }>(
  ask: (parameters: Parameters) => Promise<A>,
  limit: number,
  parameters: Parameters,
): Promise<A> {
  const whole = await ask({ ...parameters, limit: '1000' });
  const facts: object[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const page: A = await ask(next === '' ? { ...parameters, limit: String(limit) } : { cursor: next });
    if (page.facts.length > limit) throw new Error(`a page of ${page.facts.length}`);
    same('a page', { ...page, facts: [], next: null }, { ...whole, facts: [] });
    facts.push(...page.facts);
    next = page.next;
  }
  same('all pages', facts, whole.facts);
  return whole;
}

/** An answer as the reference says it: of contradictory dates no more than that they are. */
export function compared({ facts, totals }: Pick<DiffAnswer, 'facts' | 'totals'>): object {
  return {
    facts: facts
      .map(({ fact, before, after }) => ({ fact, before: judged(before), after: judged(after) }))
      .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after)),
    totals: totals.map(({ before, after, ...of }) => ({ name: summedUp({ ...of })[0], before, after })),
  };
}
