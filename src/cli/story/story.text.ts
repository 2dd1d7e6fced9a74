import type { ReplayedEvent } from '../../audit/replay.js';
import type { Version } from '../../developments/events.js';
import type { Timing } from '../../developments/timing.js';
import { type Day, dayOfInstant } from '../../time/day.js';
import { type DateRange, parseEdtf } from '../../time/edtf.js';
import type { Closing } from '../replay-lines.js';
import { wrapped } from '../table.js';
import { capitalised, count, knownText, plain } from '../wording.js';
import { correctionText, DATES } from './correction.text.js';
import { dayText, rangeText, whenText } from './day.text.js';
import { distanceText } from './distance.text.js';

type Source = Readonly<Record<string, unknown>>;

/** When a development happened, as far as it was known: its own date, those it is timed by, and what both leave. */
export interface Dated {
  readonly when: string;
  readonly timing: readonly (Timing & { readonly title: string; readonly day: string })[];
  readonly left?: DateRange;
}

/** How much was told. */
export interface Counted {
  developments: number;
  /** Corrections, retractions and the like. */
  later: number;
}

/** What later events are called, before the title of the development they are about. */
const LATER: Readonly<Record<string, string>> = {
  DevelopmentCorrected: 'CORRECTED',
  DevelopmentRetracted: 'TAKEN BACK',
  DevelopmentReinstated: 'REINSTATED',
  SourceAdded: 'ANOTHER SOURCE',
};

/** Less than this is too narrow to read. */
const NARROWEST = 40;

/** The line that begins a development: when, and what. */
export const headingText = (dated: Dated, title: string): string => `${capitalised(whenText(dated.when))} · ${title}`;

/** The line that begins a later event of one. */
export const laterHeadingText = ({ type, data }: ReplayedEvent, title: string): string =>
  type === 'PayloadErased'
    ? `ERASED · what was said at position ${(data as { readonly position?: number }).position}`
    : `${LATER[type] ?? type} · ${title}`;

/** How a date follows from others: `2 to 9 days after “…” (9 September 2021), which leaves 11 to 18 September 2021.` */
export function timingText(dated: Dated): readonly string[] {
  return dated.timing.length === 0 ? [] : [`${capitalised(followsText(dated))}.`];
}

function followsText({ when, timing, left }: Dated): string {
  const parts = timing.map((each) => `${distanceText(each)} “${each.title}” (${each.day})`);
  const own = rangeOf(when);
  const isLess = left && own && (left.earliest !== own.earliest || left.latest !== own.latest);
  return `${parts.join(', and ')}${isLess ? `, which leaves ${rangeText(left)}` : ''}`;
}

/** A date with all that follows from others, in one phrase. */
const datedText = (dated: Dated): string =>
  dated.timing.length === 0 ? whenText(dated.when) : `${whenText(dated.when)}, ${followsText(dated)}`;

/** What became of a date. */
function redatedText(before: Dated, after: Dated): string {
  if (before.when === after.when && before.timing.length === 0 && after.timing.length > 0) {
    return `Date: still ${whenText(after.when)}, but now known to be ${followsText(after)}`;
  }
  return `Date: ${datedText(after)}; before, ${datedText(before)}`;
}

function rangeOf(when: string): DateRange | undefined {
  try {
    return parseEdtf(when);
  } catch {
    return undefined;
  }
}

/** A version as corrections are told of it, in names. */
export interface Told {
  readonly version: Version;
  readonly dated: Dated;
}

/** Why something was changed, and what: sentences. */
export function changeSentences(data: object, before: Told, after: Told): readonly string[] {
  const {
    reason,
    cause,
    changed = [],
    source,
  } = data as {
    readonly reason?: string;
    readonly cause?: string;
    readonly changed?: readonly string[];
    readonly source?: Source;
  };
  const dates = changed.some((pointer) => DATES.has(pointer)) ? [redatedText(before.dated, after.dated)] : [];
  return [
    ...(reason === undefined ? [] : [`Why: ${reason}${cause ? ` (${cause.replaceAll('-', ' ')})` : ''}`]),
    ...[
      ...dates,
      ...changed
        .filter((pointer) => !DATES.has(pointer))
        .map((pointer) => correctionText(pointer, before.version, after.version)),
      ...(source === undefined ? [] : [`Read in ${[source.publisher, source.title].filter(Boolean).join(', ')}`]),
    ].map(ended),
  ];
}

/** With a full stop, where there is none. */
export const ended = (text: string): string => (/[.!?…]["”’)]?$/u.test(text) ? text : `${text}.`);

/** Where it was read, and its number. */
export function footer({ position }: ReplayedEvent, sources: readonly Source[] | undefined): string {
  if (sources === undefined) return `position ${position}`;
  const publishers = [...new Set(sources.map(({ publisher }) => String(publisher)))];
  return `position ${position}, ${publishers.length === 0 ? 'no source given' : `read in ${publishers.join('; ')}`}`;
}

/** The UTC day on which an event was recorded; undefined where that can't be read. */
export function recordDay({ recordedAt }: ReplayedEvent): Day | undefined {
  try {
    return dayOfInstant(recordedAt);
  } catch {
    return undefined;
  }
}

/** Above what was recorded on one day. */
export const recordDayText = (day: Day): string => `— Recorded on ${dayText(day)} —`;

/** Lines of one event for a terminal of so many columns, all but the first indented. */
export function entryText(lines: readonly string[], width: number): string {
  const beside = Math.max(NARROWEST, width - 4);
  return lines
    .flatMap((line, index) =>
      wrapped(plain(line), beside).map((part, row) => `${index === 0 ? '' : '  '}${row === 0 ? '' : '  '}${part}\n`),
    )
    .join('');
}

/** Where the replay ended, and what to compare it by. */
export function closingText(closing: Closing, { developments, later }: Counted): string {
  const { asOf, prospective, filter, stateDigest } = closing;
  const asked = Object.entries(filter).map(([name, value]) => `${name} ${value}`);
  return [
    `${count(developments, 'development')}${later === 0 ? '' : `, ${count(later, 'later change')}`}.`,
    `As of ${asOf}, ${knownText(closing)}.`,
    ...(prospective ? ['That day is later than anything recorded: more may become known of it.'] : []),
    `State digest${asked.length === 0 ? '' : `, of ${asked.join(' and ')} alone`}: ${stateDigest}`,
    '',
  ]
    .map((line) => plain(line))
    .join('\n');
}
