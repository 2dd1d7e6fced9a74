import type { Meta, Writing } from '../developments/writing.js';
import { Refusal } from '../refusal.js';
import { asTheyCome } from './as-they-come.js';
import { CutOff } from './cut-off.js';
import { type Executed, executeLine } from './execute-line.js';
import { inLineOrder } from './line-order.js';
import type { Line } from './lines.js';
import { Occurrences } from './occurrences.js';
import { ReadAhead } from './read-ahead.js';
import { type LineRead, readLines } from './read-lines.js';
import { StaleLines } from './stale-lines.js';
import { UnderWay } from './under-way.js';

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

/** How many lines are under way at once: enough to fill one of the log's transactions while another is written. */
const WINDOW = 1024;

/** Milliseconds that a line may wait for the views: behind a large file they lag, and nobody waits for this line alone. */
const PATIENCE = 10_000;

const undecided = (): Refusal =>
  new Refusal(
    'log-unavailable',
    'The import was cut off before the lines were read that may be recorded already: send the file again.',
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
  into: Writing,
  lines: AsyncIterable<Line>,
  meta: Meta,
  problemOf: (error: unknown) => object,
  cutOff: AbortSignal = new AbortController().signal,
): AsyncGenerator<LineResult | { readonly summary: Summary }> {
  const writing = { ...into, patience: PATIENCE };
  const { store } = writing.recorder;
  const { position: head } = await store.head();
  const read = readLines(lines, { writing, meta: { ...meta, shared: true }, occurrences: new Occurrences() });
  const ahead = new ReadAhead(read, (line) => stale.note(line));
  const stale = new StaleLines(store, head, async () => {
    try {
      await ahead.readOn(cutOff);
    } catch {
      throw undecided();
    }
  });
  const underWay = new UnderWay();
  const counts = { lines: 0, recorded: 0, unchanged: 0, refused: 0 };
  const inOrder = inLineOrder(writing);
  let last = 0;
  const start = ({ number: line, read: statement }: LineRead): Promise<LineResult> => {
    counts.lines++;
    if (statement.what === 'refused') {
      return Promise.resolve({ line, status: 'refused', problem: problemOf(statement.error) });
    }
    if (statement.what === 'import') return Promise.resolve({ line, status: 'unchanged' });
    const before = underWay.among(statement.touches);
    const execute = async (ordered: Writing): Promise<Executed> => {
      if (before.length > 0) await Promise.all(before);
      await stale.refuse(line, statement);
      return executeLine(ordered, statement);
    };
    const executed = BEGINNING.has(statement.what) ? inOrder(execute) : execute(writing);
    const settled = executed.then(
      ({ id, outcome }): LineResult => {
        const { recorded, position } = outcome;
        if (typeof position === 'number') last = Math.max(last, position);
        return recorded
          ? { line, status: 'recorded', id, position: String(position) }
          : { line, status: 'unchanged', id };
      },
      (error): LineResult => ({ line, status: 'refused', problem: problemOf(error) }),
    );
    underWay.add(statement.names, settled);
    return settled;
  };
  const wanted = new CutOff(ahead, cutOff);
  for await (const result of asTheyCome(wanted, start, WINDOW)) {
    counts[result.status]++;
    yield result;
  }
  if (wanted.happened) return;
  if (last > 0) await writing.neighbours.settled(last);
  yield { summary: counts };
}
