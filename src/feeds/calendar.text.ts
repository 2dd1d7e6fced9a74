import type { Effect } from '../developments/kinds/index.js';
import { formatDay, MAX_DAY, parseDay } from '../time/day.js';
import type { DayAhead, DaysAheadAnswer } from '../timeline/days-ahead.query.js';
import { knownText } from '../words/coordinates.text.js';
import { dayWithin, OPEN_END, OPEN_START } from '../words/day.text.js';
import { sourcesText } from '../words/source.text.js';
import { valueText } from '../words/value.text.js';
import { contentLine, escapedText } from './content-line.js';
import { titleText } from './filter.text.js';

/** How long subscribers may keep it. */
const REFRESH = 'PT6H';

/** An object of iCalendar has to hold something, even where no day lies ahead. */
const NO_DAYS = [
  ['BEGIN', 'VTIMEZONE'],
  ['TZID', 'UTC'],
  ['BEGIN', 'STANDARD'],
  ['DTSTART', '19700101T000000'],
  ['TZOFFSETFROM', '+0000'],
  ['TZOFFSETTO', '+0000'],
  ['END', 'STANDARD'],
  ['END', 'VTIMEZONE'],
] as const;

type Line = readonly [name: string, value: string];

/** A calendar (RFC 5545) of days ahead. @param log the id of the log, which makes the ids of its events unique */
export function calendarText(answer: DaysAheadAnswer, log: string): string {
  const { days, more, filter } = answer;
  const title = escapedText(titleText('Regulatory days ahead', filter));
  const described = escapedText(
    `Days from which something holds or on which it is expected, as ${knownText(answer)}.` +
      (more === 0 ? '' : ` ${more} later days are left out: ask for fewer.`),
  );
  const lines: readonly Line[] = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//regulatory-timeline//days ahead//EN'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['NAME', title],
    ['X-WR-CALNAME', title],
    ['DESCRIPTION', described],
    ['X-WR-CALDESC', described],
    ['REFRESH-INTERVAL;VALUE=DURATION', REFRESH],
    ['X-PUBLISHED-TTL', REFRESH],
    ...days.flatMap((day) => eventOf(day, log)),
    ...(days.length === 0 ? NO_DAYS : []),
    ['END', 'VCALENDAR'],
  ];
  return lines.map(([name, value]) => contentLine(name, value)).join('');
}

function eventOf(day: DayAhead, log: string): readonly Line[] {
  const { development, node, earliest, latest, toldAt } = day;
  const { id, revision, retracted, kind, sources } = development;
  const isExact = earliest === latest;
  const stamp = toldAt.replace(/[-:]|\.\d+/g, '');
  const url = sources.map((source) => source.url).find((each) => typeof each === 'string');
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', `${id}-${node.replaceAll('/', '-')}@${log}`],
    ['DTSTAMP', stamp],
    ['LAST-MODIFIED', stamp],
    ['SEQUENCE', String(revision)],
    ...spanOf(earliest, latest),
    ['SUMMARY', escapedText(summaryOf(day))],
    ['DESCRIPTION', escapedText(descriptionOf(day))],
    ['STATUS', retracted ? 'CANCELLED' : isExact ? 'CONFIRMED' : 'TENTATIVE'],
    // Nobody is busy because a rule comes into force.
    ['TRANSP', 'TRANSPARENT'],
    ['CATEGORIES', escapedText(kind)],
    ...(url === undefined ? [] : [['URL', new URL(url).href] as const]),
    ['END', 'VEVENT'],
  ];
}

const dateOf = (day: string): string => day.replaceAll('-', '');

/** All the days it may be, the last one exclusive; an open end is none that a calendar could show. */
function spanOf(earliest: string, latest: string): readonly Line[] {
  const first = earliest === OPEN_START ? latest : earliest;
  const last = latest === OPEN_END ? first : latest;
  const after = (parseDay(last) ?? MAX_DAY) + 1;
  return [
    ['DTSTART;VALUE=DATE', dateOf(first)],
    ...(after > MAX_DAY ? [] : [['DTEND;VALUE=DATE', dateOf(formatDay(after))] as const]),
  ];
}

const NAMES: Readonly<Record<string, string>> = { effective: 'Takes effect', inForce: 'In force', when: 'Expected' };

function summaryOf({ development, node, earliest, latest, effects }: DayAhead): string {
  const named = NAMES[node] ?? (effects.length === 0 ? 'From now on' : effects.map(effectText).join('; '));
  const possible = earliest === latest ? '' : 'Possible day: ';
  return `${development.retracted ? 'Retracted: ' : ''}${possible}${named} – ${development.title.replace(/\s+/g, ' ')}`;
}

function descriptionOf({ development, earliest, latest, when, effects }: DayAhead): string {
  const { summary, id, kind } = development;
  const exact = earliest === latest;
  return [
    exact ? `On ${earliest}.` : `On one day, not known which: ${dayWithin(earliest, latest)} (written ${when}).`,
    ...effects.map((effect) => `From then on, ${effectText(effect)}.`),
    summary,
    `Source: ${sourcesText(development)}`,
    `${kind} ${id}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const effectText = ({ predicate, subject, object, value }: Effect): string =>
  `${predicate} of ${object === undefined ? subject : `${subject} and ${object}`}: ${valueText(value)}`;
