import type { DiffAnswer } from '../state/diff/diff.query.js';
import type { Difference } from '../state/diff/differences.js';
import type { Responsible } from '../state/diff/responsible.js';
import type { TotalDifference } from '../state/diff/total-differences.js';
import { factChangeText } from './fact-change.text.js';
import { between, count, dayWithin, knownText, plain } from './wording.js';

/** Pages of what differs for people: each fact before and after, with what made the difference, then sums. */
export function diffText(pages: readonly DiffAnswer[]): string {
  const { from, to, rules, totals } = pages[0] as DiffAnswer;
  const facts = pages.flatMap((page) => page.facts);
  return [
    headline(from, to),
    '',
    ...facts.flatMap(differenceLines),
    ...totals.map(totalLine),
    ...(totals.length > 0 ? [''] : []),
    countLine(facts.length, pages.at(-1)?.next !== null),
    `From ${from.asOf}, ${knownText({ ...from, rules })},`,
    `to ${to.asOf}, ${knownText({ ...to, rules })}.`,
    ...([from, to].some(({ prospective }) => prospective)
      ? ['One of the days is later than anything recorded: more may become known of it.']
      : []),
    '',
  ].join('\n');
}

function headline(from: DiffAnswer['from'], to: DiffAnswer['to']): string {
  const sameDay = from.asOf === to.asOf;
  if (from.knownAt.position === to.knownAt.position) {
    return sameDay ? 'Both points are the same' : `What changed from ${from.asOf} to ${to.asOf}`;
  }
  return sameDay
    ? `What was learned about ${to.asOf}`
    : `What differs from ${from.asOf} to ${to.asOf}, and in what was known`;
}

/** A fact before and after, with what made the difference. */
export function differenceLines(difference: Difference): readonly string[] {
  return [plain(factChangeText(difference)), ...difference.because.map((each) => `  ${plain(reasonText(each))}`), ''];
}

const reasonText = ({ title, how }: Responsible): string => `${title}: ${how.map(stepText).join(', ')}`;

function stepText(step: Responsible['how'][number]): string {
  if (step.what !== 'came-due') return `${step.what} at position ${step.position}`;
  const { earliest, latest } = step;
  const range = `between ${earliest} and ${latest}`;
  const told = dayWithin(earliest, latest, range);
  return `came due ${told === range ? range : `on ${told}`}`;
}

export const totalLine = ({ predicate, subject, currency, before, after }: TotalDifference): string =>
  plain(`total ${predicate} ${subject}: ${sumText(before, currency)} → ${sumText(after, currency)}`);

function sumText(sum: TotalDifference['before'], currency: string | null): string {
  if (sum === null) return 'nothing';
  const { min, max, unquantified } = sum;
  if (currency === null) return 'amount unknown';
  const more = unquantified ? ` and ${count(unquantified, 'unknown amount')}` : '';
  return `${between(min, max)} ${currency}${more}`;
}

function countLine(facts: number, more: boolean): string {
  if (facts === 0) return 'No answer differs.';
  const counted = facts === 1 ? '1 fact differs.' : `${count(facts, 'fact')} differ.`;
  return more ? `${counted} More follow: --all shows them.` : counted;
}
