import type { ReplayedEvent } from '../audit/replay.js';
import type { JsonObject } from '../event-store/canonical.js';
import type { DevelopmentView } from '../timeline/development-view.js';
import { Registrations } from './registrations.js';
import { type Counted, closingText, entryText, laterLines, recordedLines } from './replay.text.js';
import { isClosing, type ReplayLine } from './replay-lines.js';
import { plain } from './wording.js';

/** A piece of the story, as text that ends with an empty line. */
export interface Piece {
  readonly text: string;
  /** Whether it tells of a development, and is worth a pause. */
  readonly development: boolean;
}

export interface RetellingOptions {
  /** The day asked about. */
  readonly asOf?: string;
  /** Columns of the terminal. */
  readonly width: number;
  /** A development as it was told at a position. */
  readonly developmentAt: (id: string, position: number) => Promise<DevelopmentView>;
}

const DEVELOPMENT = 'development-';

/** The lines of a replay as a story for people, piece by piece; nothing but what was registered last is remembered. */
export async function* retelling(
  lines: AsyncIterable<ReplayLine>,
  { asOf = 'today', width, developmentAt }: RetellingOptions,
): AsyncGenerator<Piece> {
  // Only now: the kinds take longer to load than the rest of the program.
  const { kindNamed } = await import('../developments/kinds/index.js');
  const registrations = new Registrations();
  const counted: Counted = { developments: 0, later: 0 };
  let preface = `What was recorded, in that order; the facts are those of ${plain(asOf)}.\n\n`;

  async function linesOf(event: ReplayedEvent): Promise<readonly string[]> {
    const { stream, revision, type, data, position } = event;
    if (!stream.startsWith(DEVELOPMENT)) return [`${type} · ${stream}`, `position ${position}`];
    if (revision === 0) {
      counted.developments += 1;
      return recordedLines(event, kindNamed(type)?.summary((data as { readonly details: JsonObject }).details) ?? '');
    }
    counted.later += 1;
    return laterLines(event, await developmentAt(stream.slice(DEVELOPMENT.length), Number(position) - 1));
  }

  for await (const { line } of lines) {
    // Not before there is an answer.
    if (preface !== '') yield { text: preface, development: false };
    preface = '';
    if (!isClosing(line) && registrations.add(line)) continue;
    const registered = registrations
      .take()
      .map((each) => entryText([each], width))
      .join('');
    if (registered !== '') yield { text: `${registered}\n`, development: false };
    if (isClosing(line)) yield { text: closingText(line, counted), development: false };
    else yield { text: `${entryText(await linesOf(line), width)}\n`, development: true };
  }
}
