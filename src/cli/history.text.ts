import type { Belief, FactHistoryAnswer } from '../state/course/fact-history.query.js';
import type { ValidSpan } from '../state/course/valid-span.js';
import { factText } from './fact-change.text.js';
import { aligned } from './table.js';
import { knownText, OPEN_END, OPEN_START, plain, valuesText } from './wording.js';

/** Pages of what was believed of a fact, for people: for each span of positions what it was taken to be, and when. */
export function historyText(pages: readonly FactHistoryAnswer[]): string {
  const first = pages[0] as FactHistoryAnswer;
  const beliefs = pages.flatMap((page) => page.beliefs);
  return [
    `What was believed of ${plain(factText(first.fact))}`,
    '',
    ...beliefs.flatMap((belief) => [positionsText(belief), ...aligned(belief.spans.map(spanRow)).map(indented), '']),
    ...(pages.at(-1)?.next === null ? [] : ['More follow: --all shows them.']),
    `As ${knownText(first)}.`,
    '',
  ].join('\n');
}

const indented = (line: string): string => `  ${line}`;

function positionsText({ from, to, recordedAt }: Belief): string {
  const positions = from === to ? `At position ${from}` : `At positions ${from} to ${to}`;
  return recordedAt === null ? `${positions}, from the beginning:` : `${positions}, from ${recordedAt}:`;
}

function spanRow({
  from,
  to,
  certainty,
  value,
  values = [value ?? null],
  contradiction,
}: ValidSpan): readonly string[] {
  return [
    daysText(from, to),
    valuesText(values),
    certainty === 'unrecorded' ? '' : certainty,
    contradiction ? 'what was told of its dates is contradictory' : '',
  ].map(plain);
}

function daysText(from: string, to: string): string {
  if (from === OPEN_START) return to === OPEN_END ? 'every day' : `until ${to}`;
  if (to === OPEN_END) return `from ${from}`;
  return from === to ? from : `${from} to ${to}`;
}
