import { Refusal } from '../refusal.js';
import { type Line, lineTooLong } from './lines.js';
import { type ImportContext, type ImportLine, readLine } from './read-line.js';

/** A line as it was understood, or why it was not; `size` in bytes. */
export interface LineRead {
  readonly number: number;
  readonly size: number;
  readonly read: ImportLine | { readonly what: 'refused'; readonly error: unknown };
}

/** Refusals of how a line is written, as against what it says. */
const OF_FORM: ReadonlySet<string> = new Set(['malformed-json', 'invalid-line', 'body-too-large']);
const isOfForm = (error: unknown): error is Refusal => error instanceof Refusal && OF_FORM.has(error.code);

/** The header names the space of refs: without it, what follows would be recorded under other identities. */
const headerRefusal = ({ message }: Refusal): Refusal =>
  new Refusal(
    'invalid-line',
    `The first line was refused, and may have been the header: ${message} Nothing is recorded until it is right.`,
  );

/** Reads lines in their order: what a line is known by depends on those before it. */
export async function* readLines(
  lines: AsyncIterable<Line>,
  common: Omit<ImportContext, 'dataset'>,
): AsyncGenerator<LineRead> {
  let context: ImportContext = { ...common, dataset: '' };
  let isFirst = true;
  let headerRefused: Refusal | undefined;
  for await (const line of lines) {
    const { number, bytes } = line;
    let read: LineRead['read'];
    try {
      if (headerRefused) throw headerRefused;
      if (line.tooLong) throw lineTooLong();
      read = readLine(bytes, context, isFirst);
      if (read.what === 'import') context = { ...context, dataset: read.dataset };
    } catch (error) {
      // A first line that can't be read may have been the header.
      if (isFirst && isOfForm(error)) headerRefused = headerRefusal(error);
      read = { what: 'refused', error };
    }
    isFirst = false;
    yield { number, size: bytes.length, read };
  }
}
