import type { DevelopmentView } from '../timeline/development-view.js';
import type { TimelineAnswer } from '../timeline/timeline.query.js';
import { dateText, dayText, doubtsText, isNarrowed } from '../words/day.text.js';
import { sourcesText } from '../words/source.text.js';
import { timingText } from './development.text.js';
import { padded, widthOf, wrapped } from './table.js';
import { count, knownText, plain } from './wording.js';

/** Less than this beside the dates is too narrow to read. */
const NARROWEST = 30;

/** Pages of the timeline as a list for people, dates on the left, in lines of at most `width` columns. */
export function timelineText(pages: readonly TimelineAnswer[], width: number): string {
  const first = pages[0] as TimelineAnswer;
  const developments = pages.flatMap((page) => page.developments);
  const titles = new Map(developments.map(({ id, title }) => [id, JSON.stringify(title)]));
  const days = developments.map(dayOf);
  const indent = Math.max(0, ...days.map(widthOf)) + 2;
  const beside = Math.max(NARROWEST, width - indent);
  const entries = developments.flatMap((development, index) => {
    const lines = textsOf(development, titles).flatMap((text) => wrapped(plain(text), beside));
    return [...lines.map((line, row) => padded(row === 0 ? (days[index] ?? '') : '', indent) + line), ''];
  });
  return [...entries, countLine(developments, pages.at(-1)?.next !== null), `As ${knownText(first)}.`, ''].join('\n');
}

const dayOf = (development: DevelopmentView): string => plain(dayText(development));

/** @param titles of the developments that are listed, by id */
function textsOf(development: DevelopmentView, titles: ReadonlyMap<string, string>): readonly string[] {
  const { title, summary, retracted, payloadErased, kind, matter, when, revision, id, timing } = development;
  return [
    payloadErased ? 'ERASED' : retracted ? `RETRACTED: ${title}` : title,
    ...(summary ? [summary] : []),
    ...timing.map((each) => timingText(each, titles.get(each.after) ?? each.after)),
    [
      kind,
      ...(matter === undefined ? [] : [matter]),
      ...(isNarrowed(development) ? [`dated ${dateText(when)}`] : []),
      ...doubtsText(when),
      ...(revision === 0 ? [] : [`revision ${revision}`]),
      sourcesText(development),
      id,
    ].join(' · '),
  ];
}

function countLine(developments: readonly DevelopmentView[], more: boolean): string {
  if (developments.length === 0) return 'Nothing is recorded for that.';
  const counted = `${count(developments.length, 'development')}.`;
  return more ? `${counted} More follow: --all shows them.` : counted;
}
