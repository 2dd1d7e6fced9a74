import type { JsonObject } from '../event-store/canonical.js';
import type { NewsAnswer } from '../timeline/news.query.js';
import { knownText } from '../words/coordinates.text.js';
import { dayText, doubtsText } from '../words/day.text.js';
import { changeText } from './change.text.js';
import { titleText } from './filter.text.js';
import { element, escaped } from './xml.js';

/** What a feed says of itself beside its entries. */
export interface FeedFrame {
  /** The same for every page, however the feed was asked for. */
  readonly id: string;
  /** Its own address, from where its links go on. */
  readonly self: string;
  /** Of the same developments in JSON. */
  readonly timeline: string;
  readonly next?: string;
}

type News = NewsAnswer['news'][number];

/** A moment before anything was recorded, for a feed of which nothing ever was. */
const NEVER = '1970-01-01T00:00:00.000Z';
const SCHEME = 'urn:regulatory-timeline';
const JSON_TYPE = 'application/json';

/** An Atom feed (RFC 4287), one page of it (RFC 5005). Its links are relative, so that no proxy makes them wrong. */
export function atomText(answer: NewsAnswer, { id, self, timeline, next }: FeedFrame): string {
  const { news, knownAt, filter } = answer;
  const parts = [
    textOf('id', id),
    textOf('title', titleText('Regulatory timeline', filter)),
    textOf('subtitle', `Developments, the one last recorded or changed first, as ${knownText(answer)}.`),
    textOf('updated', news[0]?.view.recordedAt ?? knownAt.recordedAt ?? NEVER),
    element('author', {}, textOf('name', 'regulatory-timeline')),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', { rel: 'alternate', type: JSON_TYPE, href: timeline }),
    ...(next === undefined ? [] : [element('link', { rel: 'next', type: 'application/atom+xml', href: next })]),
    ...news.map(entryOf),
  ];
  const feed = element('feed', { xmlns: 'http://www.w3.org/2005/Atom' }, `\n${parts.join('\n')}\n`);
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed}\n`;
}

const textOf = (name: string, text: string): string => element(name, {}, escaped(text));

function entryOf({ view, note, firstRecordedAt }: News): string {
  const { id, title, kind, matter, retracted, recordedAt, sources } = view;
  const parts = [
    textOf('id', `urn:uuid:${id}`),
    textOf('title', retracted ? `Retracted: ${title}` : title),
    textOf('published', firstRecordedAt),
    textOf('updated', recordedAt),
    element('link', { rel: 'alternate', type: JSON_TYPE, href: `developments/${id}` }),
    element('link', { rel: 'related', type: JSON_TYPE, href: `developments/${id}/history`, title: 'Every version' }),
    ...sources.flatMap(linkOf),
    element('category', { term: kind, scheme: `${SCHEME}:kind` }),
    ...(matter === undefined ? [] : [element('category', { term: matter, scheme: `${SCHEME}:matter` })]),
    ...(view.revision === 0 ? [] : [element('category', { term: note.type, scheme: `${SCHEME}:change` })]),
    textOf('summary', summaryOf(view)),
    element('content', { type: 'html' }, escaped(contentOf({ view, note, firstRecordedAt }))),
  ];
  return element('entry', {}, `\n${parts.join('\n')}\n`);
}

const linkOf = ({ url, title, language }: JsonObject): readonly string[] =>
  typeof url !== 'string'
    ? []
    : [
        element('link', {
          rel: 'via',
          href: url,
          ...(typeof title === 'string' && { title }),
          ...(typeof language === 'string' && { hreflang: language }),
        }),
      ];

/** When, as vaguely as it is known, and what. */
function summaryOf(view: News['view']): string {
  const when = [dayText(view), ...doubtsText(view.when)].join(', ');
  return view.summary === '' ? when : `${when}: ${view.summary}`;
}

function contentOf({ view, note }: News): string {
  const { retracted, sources, sourcesErased, note: more } = view;
  const changed = changeText(view, note);
  return [
    ...(changed === undefined ? [] : [element('p', {}, element('strong', {}, escaped(changed)))]),
    element('p', {}, retracted ? element('del', {}, escaped(summaryOf(view))) : escaped(summaryOf(view))),
    ...(more === undefined ? [] : [element('p', {}, escaped(more))]),
    ...(view.unsourced ? [element('p', {}, 'Nobody said where it was read.')] : []),
    ...(sources.length === 0
      ? []
      : [element('ul', {}, sources.map((source) => element('li', {}, sourceOf(source))).join(''))]),
    ...(sourcesErased ? [element('p', {}, 'Sources that it had were erased.')] : []),
  ].join('');
}

function sourceOf({ publisher, title, url, publishedOn }: JsonObject): string {
  const named = escaped(`${publisher}: ${title}`);
  const linked = typeof url === 'string' ? element('a', { href: url }, named) : named;
  return typeof publishedOn === 'string' ? `${linked} (${escaped(publishedOn)})` : linked;
}
