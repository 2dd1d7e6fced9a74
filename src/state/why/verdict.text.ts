import type { Judgement } from '../../../projections/law/judge.js';
import type { FactValue } from '../../../projections/law/knowledge.js';
import { type Day, formatDay } from '../../time/day.js';
import { clauseOf } from './clause.js';

/**
 * What a fact is on a day, for people.
 * @param judgement undefined where nothing is known about it
 * @param exact whether the days of all that counts are known
 */
export function verdictText(predicate: string, day: Day, judgement: Judgement | undefined, exact: boolean): string {
  if (judgement === undefined) {
    return 'unrecorded: nothing that was recorded speaks of it, which is not to say that nothing was so';
  }
  const values = judgement.values.filter((value) => value !== null);
  const isOpen = judgement.values.length > 1;
  if (values.length === 0) return `unrecorded: nothing that is recorded of it can have come by ${formatDay(day)}`;
  const had = hadText(predicate, values);
  if (!isOpen) return `certain${exact ? '' : ', whatever the exact days were'}: by ${formatDay(day)}, ${had}`;
  const nothing = values.length < judgement.values.length ? ', or nothing of it had come yet' : '';
  return `open, for the exact days are not known: by ${formatDay(day)}, ${had}${nothing}`;
}

/** `links had been allowed or been blocked`. */
function hadText(predicate: string, values: readonly FactValue[]): string {
  const clauses = values.map((value) => clauseOf(predicate, value));
  const whats = [...new Set(clauses.map(({ what }) => what))];
  return whats
    .map((what) => {
      const done = clauses.filter((clause) => clause.what === what).map((clause) => clause.done);
      return `${what} had ${done.join(' or ')}`;
    })
    .join(', or ');
}
