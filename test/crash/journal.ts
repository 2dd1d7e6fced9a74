import type { RecordedEvent } from '../../src/event-store/event-store.js';
import type { Known, Line, Write } from './author.js';
import type { Answer } from './wire.js';

/** Where the service said that an event is. */
interface Place {
  readonly stream: string;
  readonly position: number;
  /** Lines of an import are told neither. */
  readonly revision?: number;
  readonly recordedAt?: string;
}

/** What became of a write, as its client knows. */
type Fate = { readonly stored: Place | 'somewhere' } | 'refused' | 'unknown';

/** A discrepancy between what was promised and what is so. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

interface Acknowledged {
  readonly id: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
}

/** One line of the answer to an import. */
export interface LineResult {
  readonly line: number;
  readonly status: 'recorded' | 'unchanged' | 'refused';
  readonly id: string;
  readonly position?: string;
}

/** Everything that was sent to one data directory, and what the clients were told of it. */
export class Journal {
  readonly #fates = new Map<string, Fate>();
  readonly #unanswered = new Map<string, Write>();
  readonly #acknowledged: Write[] = [];
  readonly #known = new Map<string, Known>();

  /** Developments that can be written about. */
  get known(): readonly Known[] {
    return [...this.#known.values()];
  }

  /** Writes with a key that nobody knows the fate of. */
  get unanswered(): readonly Write[] {
    return [...this.#unanswered.values()].filter(({ key }) => key !== undefined);
  }

  /** Writes with a key that were stored, in the order in which their clients were told. */
  get acknowledged(): readonly Write[] {
    return this.#acknowledged;
  }

  count(which: 'stored' | 'refused' | 'unknown'): number {
    return [...this.#fates.values()].filter((fate) => which === (typeof fate === 'string' ? fate : 'stored')).length;
  }

  /** @throws {Broken} where the answer is no answer to such a write, or not the one given before */
  note(write: Write, answer: Answer | undefined): void {
    const fate = fateOf(write, answer);
    this.#keep(write.words, fate);
    if (this.#fates.get(write.words) === 'unknown') this.#unanswered.set(write.words, write);
    else this.#unanswered.delete(write.words);
    if (typeof fate !== 'object') return;
    if (write.key !== undefined) this.#acknowledged.push(write);
    if (fate.stored === 'somewhere') return;
    const { stream, revision = 0 } = fate.stored;
    const id = stream.slice(stream.indexOf('-') + 1);
    const { kind = this.#known.get(id)?.kind } = write.body as { readonly kind?: string };
    if (kind !== undefined) this.#known.set(id, { id, kind, revision });
  }

  noteLine({ words, line }: Line, result: LineResult | undefined): void {
    if (result?.status === 'refused') throw new Broken(`the line ${words} was refused: ${JSON.stringify(result)}`);
    if (result?.status === 'recorded') {
      const stream = 'entity' in line ? `entity-${result.id}` : `development-${result.id}`;
      this.#keep(words, { stored: { stream, position: Number(result.position) } });
    } else {
      this.#keep(words, result ? { stored: 'somewhere' } : 'unknown');
    }
  }

  /** That the log holds what it should, each once and where it was said to be. @throws {Broken} */
  check(events: readonly RecordedEvent[]): void {
    const found = new Map<string, RecordedEvent[]>();
    for (const event of events) {
      const words = wordsOf(event);
      if (words !== undefined) found.set(words, [...(found.get(words) ?? []), event]);
    }
    for (const [words, fate] of this.#fates) {
      const here = found.get(words) ?? [];
      if (here.length > 1) throw new Broken(`${words} is in the log ${here.length} times`);
      const [event] = here;
      if (fate === 'refused' && event) throw new Broken(`${words} was refused and is at ${event.position}`);
      if (typeof fate !== 'object') continue;
      if (!event) throw new Broken(`${words} was acknowledged and is lost: ${JSON.stringify(fate)}`);
      if (fate.stored !== 'somewhere') compare(words, fate.stored, event);
    }
    for (const words of found.keys()) {
      if (!this.#fates.has(words)) throw new Broken(`nobody sent ${words}`);
    }
  }

  #keep(words: string, fate: Fate): void {
    const before = this.#fates.get(words);
    if (before === undefined || before === 'unknown') this.#fates.set(words, fate);
    else if (fate !== 'unknown' && !agree(before, fate)) {
      throw new Broken(`${words} was answered ${JSON.stringify(before)} and then ${JSON.stringify(fate)}`);
    }
  }
}

function fateOf({ words }: Write, answer: Answer | undefined): Fate {
  if (answer === undefined) return 'unknown';
  const { status, whole, text } = answer;
  if (status >= 500) throw new Broken(`${words} was answered ${status} ${text}`);
  if (status >= 300) return 'refused';
  // The status alone is a promise already.
  if (!whole) return { stored: 'somewhere' };
  const { id, revision, position, recordedAt } = JSON.parse(text) as Acknowledged;
  return { stored: { stream: `development-${id}`, revision, position: Number(position), recordedAt } };
}

function agree(before: Fate, after: Fate): boolean {
  if (typeof before === 'string' || typeof after === 'string') return before === after;
  if (before.stored === 'somewhere' || after.stored === 'somewhere') return true;
  return before.stored.position === after.stored.position && before.stored.stream === after.stored.stream;
}

function compare(words: string, { stream, revision, position, recordedAt }: Place, event: RecordedEvent): void {
  const { envelope } = event;
  const same =
    envelope.stream === stream &&
    event.position === position &&
    (revision === undefined || envelope.revision === revision) &&
    (recordedAt === undefined || event.recordedAt === recordedAt);
  if (same) return;
  const said = { stream, revision, position, recordedAt };
  throw new Broken(`${words} was said to be ${JSON.stringify(said)} and is ${JSON.stringify(event)}`);
}

/** The words of the write that an event comes of; undefined for those of the cast. */
function wordsOf({ data }: RecordedEvent): string | undefined {
  const { source, reason, title, name } = data as Readonly<Record<string, string>> & { source?: { title: string } };
  const words = source?.title ?? reason ?? title ?? name ?? '';
  return /^w\d+-\d+$/.test(words) ? words : undefined;
}
