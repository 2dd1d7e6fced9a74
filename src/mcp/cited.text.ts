import type { DevelopmentView } from '../timeline/development-view.js';
import { dayText, doubtsText } from '../words/day.text.js';
import { plain } from '../words/plain.text.js';
import { type Sourced, sourceTexts } from '../words/source.text.js';
import type { Asking } from './asking.js';

/** Developments whose sources are shown beside an answer that only names them. */
const MOST = 20;

/** A source by which a person can find it. */
function sourceText({ publisher, title, publishedOn, url }: Sourced['sources'][number]): string {
  const more = [publishedOn, url].filter((each) => typeof each === 'string');
  return plain(`${publisher}, ${JSON.stringify(title)}${more.length === 0 ? '' : ` (${more.join(', ')})`}`);
}

/** Where something was read. */
export const citedText = (sourced: Sourced): string => sourceTexts(sourced, sourceText).join('; ');

/** A development in one line: its id, when, what, and who says so. */
export function developmentText(development: DevelopmentView): string {
  const { id, title, when, summary, retracted, payloadErased, position } = development;
  const day = [dayText(development), ...doubtsText(when)].join(', ');
  const told = summary === '' ? '' : ` – ${summary}`;
  const state = payloadErased ? ' [ERASED]' : retracted ? ' [RETRACTED]' : '';
  return `- ${plain(`${day}: ${JSON.stringify(title)}${told}${state}`)}\n  Source: ${citedText(development)}\n  development ${id}, position ${position}`;
}

/** The developments that an answer rests on, with their sources, as they were known at a position. */
export async function groundsText(ask: Asking, ids: Iterable<string>, position: string): Promise<readonly string[]> {
  const all = [...new Set(ids)];
  if (all.length === 0) return [];
  const texts: string[] = [];
  for (const id of all.slice(0, MOST)) {
    texts.push(developmentText(await ask.development(id, { knownAt: `position:${position}` })));
  }
  const left = all.length - texts.length;
  return [
    'Developments that it rests on:',
    ...texts,
    ...(left === 0 ? [] : [`and ${left} more: ask why of a single fact.`]),
  ];
}
