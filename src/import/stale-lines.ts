import { streamOf } from '../developments/events.js';
import { operationOn, type Writing } from '../developments/writing.js';
import { hasKey } from '../event-store/envelope.js';
import { erasedRecordOf } from '../event-store/erased-record.js';
import type { RecordedEvent } from '../event-store/event-store.js';
import { Refusal } from '../refusal.js';
import type { Statement } from './read-line.js';
import type { LineRead } from './read-lines.js';

interface Later {
  readonly number: number;
  readonly statement: Statement;
}

/**
 * Lines that an earlier import of the file passed over. What a line was refused for may have been changed by the lines
 * after it: recorded now, it would undo what they have set right.
 */
export class StaleLines {
  /** Of what lines alter, the lines that do, in their order. */
  readonly #altering = new Map<string, Later[]>();
  readonly #recorded = new Map<string, Promise<number | undefined>>();

  /** @param start the head of the log when this import began */
  constructor(
    private readonly store: Writing['recorder']['store'],
    private readonly start: number,
    private readonly readOn: () => Promise<void>,
  ) {}

  note({ number, read }: LineRead): void {
    if (!('alters' in read)) return;
    for (const name of read.alters) {
      const altering = this.#altering.get(name);
      if (altering) altering.push({ number, statement: read });
      else this.#altering.set(name, [{ number, statement: read }]);
    }
  }

  /** @throws {Refusal} stale-line */
  async refuse(number: number, line: Statement): Promise<void> {
    if (!(await this.#mayBe(line))) return;
    await this.readOn();
    for (const name of line.dependsOn) {
      const last = await this.#lastRecorded(name);
      if (last !== undefined && last > number) throw stale(last);
    }
  }

  /** What rests on nothing from before this import was not passed over by an earlier one. */
  async #mayBe(line: Statement): Promise<boolean> {
    const { what, target, dependsOn, priors } = line;
    if (dependsOn.length === 0) return false;
    const history = await this.#history(target);
    if (this.#isIn(history, line)) return false;
    if (what !== 'development') return this.#isOld(history);
    if (history.length > 0) return false;
    for (const prior of priors) if (this.#isOld(await this.#history(prior))) return true;
    return false;
  }

  #isOld([first]: readonly RecordedEvent[]): boolean {
    return first !== undefined && first.position <= this.start;
  }

  #isIn(history: readonly RecordedEvent[], line: Statement): boolean {
    const { key } = line.meta;
    if (key === undefined) return false;
    if (history.some((event) => hasKey(event, key))) return true;
    const request = { ...line.meta, operation: operationOf(line), body: line.body };
    return erasedRecordOf(this.store.log, history, request) !== undefined;
  }

  #history(id: string): Promise<readonly RecordedEvent[]> {
    return this.store.readStream(streamOf.development(id));
  }

  /** The last line that alters this and was recorded before this import began. Asked once all of them are noted. */
  #lastRecorded(name: string): Promise<number | undefined> {
    const known = this.#recorded.get(name) ?? this.#findLastRecorded(name);
    this.#recorded.set(name, known);
    return known;
  }

  async #findLastRecorded(name: string): Promise<number | undefined> {
    for (const { number, statement } of this.#altering.get(name)?.toReversed() ?? []) {
      const history = await this.#history(statement.target);
      const before = history.filter(({ position }) => position <= this.start);
      if (this.#isIn(before, statement)) return number;
    }
    return undefined;
  }
}

const OPERATIONS: Readonly<Record<string, string>> = {
  correction: 'correct',
  retraction: 'retract',
  reinstatement: 'reinstate',
  source: 'add-source',
};

/** As the command would name what a line does. */
function operationOf({ what, target }: Statement): string {
  const operation = OPERATIONS[what];
  return operation === undefined ? 'record' : operationOn(streamOf.development(target), operation);
}

const stale = (later: number): Refusal =>
  new Refusal(
    'stale-line',
    `Line ${later}, which comes after this one, is recorded already, and this one is not: it would undo or contradict what was decided later. If it is still meant, put it at the end of the file or into a file of its own.`,
  );
