import type { Meta, Writing } from '../developments/writing.js';
import { Refusal } from '../refusal.js';
import { asTheyCome } from './as-they-come.js';
import { CutOff } from './cut-off.js';
import { type Executed, executeLine } from './execute-line.js';
import { inLineOrder } from './line-order.js';
import { type Line, lineTooLong } from './lines.js';
import { Occurrences } from './occurrences.js';
import { type ImportLine, readLine } from './read-line.js';

/** The answer to one line. */
export interface LineResult {
  readonly line: number;
  readonly status: 'recorded' | 'unchanged' | 'refused';
  readonly id?: string;
  readonly position?: string;
  readonly problem?: object;
}

export interface Summary {
  readonly lines: number;
  readonly recorded: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** How many lines are under way at once: enough to fill the log's transactions. */
const WINDOW = 512;

/** Refusals of how a line is written, as against what it says. */
const OF_FORM: ReadonlySet<string> = new Set(['malformed-json', 'invalid-line', 'body-too-large']);
const isOfForm = (error: unknown): error is Refusal => error instanceof Refusal && OF_FORM.has(error.code);

/** The header names the space of refs: without it, what follows would be recorded under other identities. */
const headerRefusal = ({ message }: Refusal): Refusal =>
  new Refusal(
    'invalid-line',
    `The first line was refused, and may have been the header: ${message} Nothing is recorded until it is right.`,
  );

/** What begins a stream goes into the log in line order; changes follow what they change, and hold up nobody. */
const BEGINNING: ReadonlySet<string> = new Set(['entity', 'matter', 'development']);

/**
 * Imports lines in order. A line is decided once the earlier ones it may depend on are recorded, and waits only for
 * those, so that the rest can share transactions.
 *
 * @param problemOf how a thrown error is told to the client
 * @param cutOff when it aborts no further line is begun; what is under way is finished, and there is no summary
 */
export async function* importLines(
  writing: Writing,
  lines: AsyncIterable<Line>,
  meta: Meta,
  problemOf: (error: unknown) => object,
  cutOff: AbortSignal = new AbortController().signal,
): AsyncGenerator<LineResult | { readonly summary: Summary }> {
  const context = { writing, meta: { ...meta, shared: true }, dataset: '', occurrences: new Occurrences() };
  const underWay = new Map<string, Promise<unknown>>();
  const counts = { lines: 0, recorded: 0, unchanged: 0, refused: 0 };
  const inOrder = inLineOrder(writing);
  let last = 0;
  let headerRefused: Refusal | undefined;
  const start = (line: Line): Promise<LineResult> => {
    let read: ImportLine;
    counts.lines++;
    try {
      if (headerRefused) throw headerRefused;
      if (line.tooLong) throw lineTooLong();
      read = readLine(line.bytes, context, counts.lines === 1);
    } catch (error) {
      // A first line that can't be read may have been the header.
      if (counts.lines === 1 && isOfForm(error)) headerRefused = headerRefusal(error);
      return Promise.resolve({ line: line.number, status: 'refused', problem: problemOf(error) });
    }
    if (read.what === 'import') {
      context.dataset = read.dataset;
      return Promise.resolve({ line: line.number, status: 'unchanged' });
    }
    const before = new Set(read.touches.flatMap((name) => underWay.get(name) ?? []));
    const statement = read;
    const execute = async (ordered: Writing): Promise<Executed> => {
      if (before.size > 0) await Promise.all(before);
      return executeLine(ordered, statement);
    };
    const executed = BEGINNING.has(read.what) ? inOrder(execute) : execute(writing);
    const settled = executed.then(
      ({ id, outcome }): LineResult => {
        last = Math.max(last, outcome.position);
        const { recorded, position } = outcome;
        return recorded
          ? { line: line.number, status: 'recorded', id, position: String(position) }
          : { line: line.number, status: 'unchanged', id };
      },
      (error): LineResult => ({ line: line.number, status: 'refused', problem: problemOf(error) }),
    );
    const { names } = read;
    for (const name of names) underWay.set(name, settled);
    // Set again by a later line, it is that line's to remove.
    const done = () => {
      for (const name of names) if (underWay.get(name) === settled) underWay.delete(name);
    };
    settled.then(done, done);
    return settled;
  };
  const wanted = new CutOff(lines, cutOff);
  for await (const result of asTheyCome(wanted, start, WINDOW)) {
    counts[result.status]++;
    yield result;
  }
  if (wanted.happened) return;
  if (last > 0) await writing.neighbours.settled(last);
  yield { summary: counts };
}
