import { setImmediate as nextTurn } from 'node:timers/promises';
import { withWarnings } from '../developments/warnings.js';
import type { Mention, Meta, Warning, Writing } from '../developments/writing.js';
import { EventTooLarge } from '../event-store/errors.js';
import { executeLine } from '../import/execute-line.js';
import { Occurrences } from '../import/occurrences.js';
import type { Statement } from '../import/read-line.js';
import { type LineRead, readLines } from '../import/read-lines.js';
import { StaleLines } from '../import/stale-lines.js';
import { Refusal } from '../refusal.js';

/** What would become of one command. */
export interface SupposedCommand {
  /** Which one, from 1. */
  readonly command: number;
  readonly status: 'recorded' | 'unchanged' | 'refused';
  /** The development, or the slug of the entity or matter. */
  readonly id?: string;
  readonly revision?: number;
  readonly position?: string;
  readonly warnings?: readonly Warning[];
  /** After a retraction or reinstatement: the developments that refer to it. */
  readonly referredBy?: readonly Mention[];
  readonly problem?: object;
}

export interface Supposition {
  /** Statements in the shape of the lines of an import. */
  readonly commands: readonly object[];
  readonly meta: Meta;
  /** What was imported already is unchanged, as if these were lines of a file. */
  readonly asImport: boolean;
  /** How a thrown error is told to the client. */
  readonly problemOf: (error: unknown) => object;
  /** Throws once nobody waits for the answer any more. */
  isWanted(): void;
}

/** Keys of commands that are never sent as such. */
const SUPPOSED = 'what-if';
/** Whether a command may move the dates that others hang together with, so that there is something to warn of. */
const MOVES_DATES: ReadonlySet<Statement['what']> = new Set(['development', 'correction', 'reinstatement']);

/** Runs commands one after the other; one that is refused changes nothing for those after it. */
export async function supposeCommands(
  writing: Writing,
  { commands, meta, asImport, problemOf, isWanted }: Supposition,
): Promise<readonly SupposedCommand[]> {
  const { store } = writing.recorder;
  const common = {
    writing,
    meta: { ...meta, shared: true },
    occurrences: new Occurrences(),
    ...(!asImport && { keyed: SUPPOSED }),
  };
  const lines: LineRead[] = [];
  for await (const line of readLines(linesOf(commands), common)) lines.push(line);
  const stale = new StaleLines(store, (await store.head()).position, async () => undefined);
  for (const line of lines) stale.note(line);
  const supposed: SupposedCommand[] = [];
  for (const { number: command, read } of lines) {
    if (read.what === 'refused') supposed.push({ command, status: 'refused', problem: problemOf(read.error) });
    else if (read.what === 'import') supposed.push({ command, status: 'unchanged' });
    else {
      await nextTurn();
      isWanted();
      try {
        await stale.refuse(command, read);
        supposed.push({ command, ...(await answered(writing, read)) });
      } catch (error) {
        if (!isOfCommand(error)) throw error;
        supposed.push({ command, status: 'refused', problem: problemOf(error) });
      }
    }
  }
  return supposed;
}

/** What the service itself lacks is no command's fault, and no answer could be given that takes it in. */
const isOfCommand = (error: unknown): boolean =>
  error instanceof EventTooLarge || (error instanceof Refusal && !OF_SERVICE.has(error.code));
const OF_SERVICE: ReadonlySet<string> = new Set(['what-if-limit', 'views-behind']);

async function* linesOf(commands: readonly object[]) {
  for (const [place, command] of commands.entries()) {
    yield { number: place + 1, bytes: Buffer.from(JSON.stringify(command)) };
  }
}

async function answered(writing: Writing, statement: Statement): Promise<Omit<SupposedCommand, 'command'>> {
  const { id, outcome, written } = await executeLine(writing, statement);
  const { recorded, revision, position } = outcome;
  if (!recorded) return { status: 'unchanged', id };
  const at = { status: 'recorded', id, revision, position: String(position) } as const;
  const settled = await writing.neighbours.settled(position);
  if (!written) return at;
  const told = MOVES_DATES.has(statement.what)
    ? await withWarnings(writing, written, settled)
    : written.acknowledgement;
  const { warnings, referredBy } = told;
  return { ...at, warnings, ...(referredBy && { referredBy }) };
}
