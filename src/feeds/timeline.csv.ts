import type { JsonObject } from '../event-store/canonical.js';
import type { DevelopmentView } from '../timeline/development-view.js';
import type { TimelineAnswer } from '../timeline/timeline.query.js';
import { BYTE_ORDER_MARK, csvRecord } from './csv.js';

const COLUMNS = [
  ...['when', 'earliest', 'latest', 'title', 'summary', 'kind', 'matter', 'note', 'sources', 'retracted'],
  ...['id', 'revision', 'recordedAt', 'position', 'knownAt', 'rules', 'erasedHere', 'erased'],
];

/** Cells of a record that there is only to say what was erased. */
const OF_NOTHING: readonly string[] = Array.from({ length: COLUMNS.indexOf('knownAt') }, () => '');

/**
 * Pages of the timeline, a development to a record, after one with the names of the columns. Where there are none and
 * something was erased, one record says so.
 */
export async function* timelineCsv(pages: AsyncIterable<TimelineAnswer>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRecord(COLUMNS);
  let isEmpty = true;
  for await (const { developments, knownAt, rules, erased = [] } of pages) {
    const at = [`position:${knownAt.position}`, String(rules)];
    for (const development of developments) {
      yield csvRecord([...cellsOf(development), ...at, erasedIn(development), erased.join('; ')]);
    }
    if (isEmpty && developments.length === 0 && erased.length > 0) {
      yield csvRecord([...OF_NOTHING, ...at, '', erased.join('; ')]);
    }
    isEmpty = false;
  }
}

const cellsOf = (development: DevelopmentView): readonly string[] => {
  const { when, earliest, latest, title, summary, kind, matter = '', note = '', sources } = development;
  const { retracted, id, revision, recordedAt, position } = development;
  const told = [when, earliest, latest, title, summary, kind, matter, note, sources.map(sourceText).join('; ')];
  return [...told, retracted ? 'retracted' : '', id, String(revision), recordedAt, position];
};

const erasedIn = ({ payloadErased, sourcesErased }: DevelopmentView): string =>
  [...(payloadErased ? ['payload'] : []), ...(sourcesErased ? ['sources'] : [])].join('; ');

function sourceText({ publisher, title, url, publishedOn }: JsonObject): string {
  const more = [publishedOn, url].filter((each) => typeof each === 'string');
  return `${publisher}: ${title}${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
}
