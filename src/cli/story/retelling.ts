import type { ReplayedEvent } from '../../audit/replay.js';
import { Registrations } from '../registrations.js';
import { isClosing, type ReplayLine } from '../replay-lines.js';
import { wrapped } from '../table.js';
import { plain } from '../wording.js';
import { type NameSources, Names } from './names.js';
import { type Counted, closingText, entryText, recordDay, recordDayText } from './story.text.js';

/** A piece of the story, as text that ends with an empty line. */
export interface Piece {
  readonly text: string;
  /** Whether it tells of a development, and is worth a pause. */
  readonly development: boolean;
}

export interface RetellingOptions extends NameSources {
  /** The day asked about, in words. */
  readonly asOf: string;
  /** Columns of the terminal. */
  readonly width: number;
}

const DEVELOPMENT = 'development-';

function prefaceText(asOf: string, width: number): string {
  const words =
    'What was recorded, one thing after the other. “Now” and “before” is what the facts were taken to be ' +
    `${plain(asOf)}, with it and without it; “unrecorded” is what nobody had written down.`;
  return `${wrapped(words, width).join('\n')}\n\n`;
}

/** The lines of a replay as a story for people, piece by piece; of what was told only names are remembered. */
export async function* retelling(
  lines: AsyncIterable<ReplayLine>,
  { asOf, width, ...sources }: RetellingOptions,
): AsyncGenerator<Piece> {
  // Only now: the kinds take longer to load than the rest of the program.
  const { linesOf } = await import('./told-event.js');
  const names = new Names(sources);
  const registrations = new Registrations();
  const counted: Counted = { developments: 0, later: 0 };
  let preface = prefaceText(asOf, width);
  let recordedOn: number | undefined;

  const told = async (event: ReplayedEvent): Promise<readonly string[]> => {
    const { stream, revision, type, position } = event;
    if (!stream.startsWith(DEVELOPMENT)) return [`${type} · ${stream}`, `position ${position}`];
    if (revision === 0) counted.developments += 1;
    else counted.later += 1;
    return linesOf(event, names, sources.developmentAt);
  };
  const registered = (): string => {
    const entries = registrations.take().map((each) => entryText([each], width));
    return entries.length === 0 ? '' : `${entries.join('')}\n`;
  };

  for await (const { line } of lines) {
    // Not before there is an answer.
    if (preface !== '') yield { text: preface, development: false };
    preface = '';
    if (isClosing(line)) {
      const text = registered();
      if (text !== '') yield { text, development: false };
      yield { text: closingText(line, counted), development: false };
      continue;
    }
    const day = recordDay(line);
    if (day !== undefined && day !== recordedOn) {
      yield { text: `${registered()}${recordDayText(day)}\n\n`, development: false };
      recordedOn = day;
    }
    names.forget(line.stream);
    if (registrations.add(line)) continue;
    const text = registered();
    if (text !== '') yield { text, development: false };
    yield { text: `${entryText(await told(line), width)}\n`, development: true };
  }
}
