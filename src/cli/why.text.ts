import type { ExplainedAssertion, WhyAnswer } from '../state/why/why.query.js';
import { dateText, doubtsText } from '../words/day.text.js';
import { sourcesText } from '../words/source.text.js';
import { factText } from './fact-change.text.js';
import { padded, widthOf, wrapped } from './table.js';
import { capitalised, count, dayWithin, knownText, plain, valuesText } from './wording.js';

/** Less than this beside the dates is too narrow to read. */
const NARROWEST = 30;

/** Pages of what speaks of a fact, as a list for people, days on the left, in lines of at most `width` columns. */
export function whyText(pages: readonly WhyAnswer[], width: number): string {
  const first = pages[0] as WhyAnswer;
  const { fact, asOf, certainty, value, values = [value ?? null] } = first;
  const assertions = pages.flatMap((page) => page.assertions);
  const days = assertions.map(({ earliest, latest }) => dayWithin(earliest, latest));
  const indent = Math.max(0, ...days.map(widthOf)) + 2;
  const entries = assertions.flatMap((assertion, index) => {
    const lines = textsOf(assertion).flatMap((text) => wrapped(plain(text), Math.max(NARROWEST, width - indent)));
    return [...lines.map((line, row) => padded(row === 0 ? (days[index] ?? '') : '', indent) + line), ''];
  });
  const answer = certainty === 'unrecorded' ? certainty : `${valuesText(values)} (${certainty})`;
  return [
    ...[`${factText(fact)} on ${asOf}: ${answer}`, `${capitalised(first.reason)}.`].flatMap((text) =>
      wrapped(plain(text), width),
    ),
    '',
    ...entries,
    ...retractedLines(first).flatMap((text) => wrapped(plain(text), width)),
    ...(pages.at(-1)?.next === null ? [] : ['More follow: --all shows them.']),
    `As of ${asOf}, ${knownText(first)}.`,
    '',
  ].join('\n');
}

function textsOf({
  development,
  value,
  reason,
  timings,
  when,
  sources,
  sourcesErased,
  ...recorded
}: ExplainedAssertion): readonly string[] {
  const { title, summary, kind, revision, id } = development;
  return [
    `${valuesText([value])}: ${title}`,
    ...(summary ? [summary] : []),
    `${capitalised(reason)}.`,
    ...timings.map(
      ({ text, decides }) => `${capitalised(decides.map((each) => DECIDED[each]).join(' and '))}, since ${text}.`,
    ),
    [
      kind,
      `dated ${dateText(when)}`,
      ...doubtsText(when),
      sourcesText({ sources, sourcesErased }),
      `recorded at position ${recorded.position}`,
      ...(revision === 0 ? [] : [`revision ${revision}`]),
      id,
    ].join(' · '),
  ];
}

/** What a timing decided. */
const DECIDED = { earliest: 'not earlier', latest: 'not later', counts: 'superseded' } as const;

function retractedLines({ retracted }: WhyAnswer): readonly string[] {
  if (retracted.length === 0) return [];
  const titles = retracted.map(({ title, position }) => `"${title}" (position ${position})`).join(', ');
  return [`Retracted, and not counted: ${count(retracted.length, 'development')}: ${titles}.`];
}
