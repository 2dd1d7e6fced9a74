import type { Judgement } from '../../../projections/law/judge.js';
import type { FactValue } from '../../../projections/law/knowledge.js';
import { type Day, formatDay } from '../../time/day.js';
import { clauseOf } from './clause.js';

/**
 * What a fact is of which nothing is known, for people.
 * @param isErased whether it was erased what some developments stated: nobody knows what they spoke of
 */
export const unrecordedText = (isErased: boolean): string =>
  `unrecorded: nothing that was recorded speaks of it${isErased ? ', or it was erased' : ''}, ` +
  'which is not to say that nothing was so';

/**
 * What a fact is on a day, for people.
 * @param exact whether the days of all that counts are known
 */
export function verdictText(predicate: string, day: Day, judgement: Judgement, exact: boolean): string {
  const values = judgement.values.filter((value) => value !== null);
  const by = formatDay(day);
  if (values.length === 0) return `unrecorded: nothing that is recorded of it can have happened by ${by}`;
  if (judgement.values.length === 1) {
    return `certain${exact ? '' : ', whatever the exact days were'}: by ${by}, ${hadText(predicate, values)}`;
  }
  const nothing = values.length < judgement.values.length ? ', or nothing of that had happened yet' : '';
  return `open, for not all days are known exactly: by ${by}, ${hadText(predicate, values)}${nothing}`;
}

/** `links had last been allowed, or last been blocked`: of several, each may have happened some time. */
function hadText(predicate: string, values: readonly FactValue[]): string {
  const last = values.length > 1 ? 'last ' : '';
  const clauses = values.map((value) => clauseOf(predicate, value));
  const whats = [...new Set(clauses.map(({ what }) => what))];
  return whats
    .map((what) => {
      const done = clauses.filter((clause) => clause.what === what).map((clause) => last + clause.done);
      return `${what} had ${done.join(', or ')}`;
    })
    .join(', or ');
}
