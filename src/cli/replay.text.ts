import type { ReplayedEvent } from '../audit/replay.js';
import type { DevelopmentView } from '../timeline/development-view.js';
import { correctionText } from './correction.text.js';
import { dateText, doubtsText, sourcesText } from './development.text.js';
import { factChangeText } from './fact-change.text.js';
import type { Closing } from './replay-lines.js';
import { wrapped } from './table.js';
import { count, knownText, plain } from './wording.js';

type Source = Readonly<Record<string, unknown>>;
type Stated = Pick<DevelopmentView, 'kind' | 'title' | 'when'>;

/** What events of a development's stream may hold, whichever they are. */
interface Data extends Partial<Stated> {
  readonly sources?: readonly Source[];
  readonly source?: Source;
  readonly version?: Stated;
  readonly changed?: readonly string[];
  readonly reason?: string;
  readonly cause?: string;
}

/** How much was told. */
export interface Counted {
  developments: number;
  /** Corrections, retractions and the like. */
  later: number;
}

/** What later events are called, before the title of the development they are about. */
const LATER: Readonly<Record<string, string>> = {
  DevelopmentCorrected: 'CORRECTED: ',
  DevelopmentRetracted: 'RETRACTED: ',
  DevelopmentReinstated: 'REINSTATED: ',
  SourceAdded: 'SOURCE ADDED: ',
};

/** Less than this is too narrow to read. */
const NARROWEST = 40;

/** The first event of a development. @param summary its kind's own line; empty where there is none */
export function recordedLines(event: ReplayedEvent, summary: string): readonly string[] {
  const { title = event.stream, when = '', sources = [] } = event.data as Data;
  const stated = { kind: event.type, title, when };
  return [
    heading('', stated),
    ...(summary === '' ? [] : [summary]),
    ...event.changes.map(factChangeText),
    footer(event, stated, [sourcesText(sources)]),
  ];
}

/** A later event of a development. @param before how the development was told until then */
export function laterLines(event: ReplayedEvent, before: DevelopmentView): readonly string[] {
  const { version = before, changed = [], reason, cause, source, sources } = event.data as Data;
  return [
    heading(LATER[event.type] ?? `${event.type}: `, version),
    ...(reason === undefined ? [] : [`because: ${reason}${cause ? ` (${cause.replaceAll('-', ' ')})` : ''}`]),
    ...changed.map((pointer) => correctionText(pointer, before, version)),
    ...(source === undefined ? [] : [`read in: ${[source.publisher, source.title].filter(Boolean).join(', ')}`]),
    ...event.changes.map(factChangeText),
    footer(event, version, sources ? [sourcesText(sources)] : []),
  ];
}

const heading = (what: string, { when, title }: Stated): string => `${dateText(when)} · ${what}${title}`;

const footer = ({ position }: ReplayedEvent, { kind, when }: Stated, sources: readonly string[]): string =>
  [`position ${position}`, kind, ...doubtsText(when), ...sources].join(' · ');

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
