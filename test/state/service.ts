import { v5 } from 'uuid';
import { PROJECTIONS } from '../../projections/index.js';
import type { Reading } from '../../src/answers/reading.js';
import { ViewNeighbours } from '../../src/answers/view-neighbours.js';
import { Directory } from '../../src/developments/directory.js';
import type { Writing } from '../../src/developments/writing.js';
import type { EventStore, RecordedEvent } from '../../src/event-store/event-store.js';
import { type Ambient, Recorder } from '../../src/event-store/recorder.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { Projector } from '../../src/projecting/projector.js';
import { Views } from '../../src/projecting/views.js';
import { readingOf, STARTED } from './reading.js';

/** Milliseconds between one look at the clock and the next: writers' clocks stand still and run backwards, too. */
const TICKS = [0, 1, 0, 700, -300, 1_000];

/** Ids whose order is not the log's, as ids made from keys are; all else plain. */
function ambience(first: number): Ambient {
  let made = first;
  let looked = 0;
  let now = STARTED;
  return {
    now: () => {
      now += TICKS[looked++ % TICKS.length] ?? 0;
      return new Date(now);
    },
    salt: () => 'AAAAAAAAAAAAAAAAAAAAAA',
    uuid: () => v5(String(made++), v5.URL),
  };
}

/** The parts of the service, put together as they are for real, over a log and views in memory. */
export class Service {
  readonly store: EventStore;
  readonly views: Views;
  readonly writing: Writing;
  readonly reading: Reading;
  readonly #projector: Projector;
  #decided: () => Promise<void> = async () => undefined;

  /**
   * @param log empty, or what has been told so far
   * @param first how many ids were made of it already
   */
  constructor(log: EventStore = openSqliteLog({ directory: ':memory:', clock: () => STARTED }), first = 0) {
    this.store = {
      log: log.log,
      append: async (stream, expectedRevision, events) => {
        await this.#decided();
        return log.append(stream, expectedRevision, events);
      },
      readStream: (stream) => log.readStream(stream),
      readAll: (from) => log.readAll(from),
      subscribeAll: (from, signal) => log.subscribeAll(from, signal),
      head: () => log.head(),
      close: () => log.close(),
    };
    const ambient = ambience(first);
    this.views = Views.open({ directory: ':memory:', log: log.log, projections: PROJECTIONS });
    this.#projector = new Projector(this.store, this.views, (error) => {
      throw error;
    });
    this.writing = {
      recorder: new Recorder(this.store, ambient),
      directory: new Directory(this.store),
      neighbours: new ViewNeighbours(this.views, this.#projector),
    };
    this.reading = readingOf(this.store, this.views, this.#projector);
  }

  async start(): Promise<void> {
    await this.#projector.start();
  }

  /**
   * Runs commands so that each is decided before any of the others is recorded, as with several writers. They must
   * be of different streams: those of one take turns.
   */
  async sideBySide<T>(commands: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
    let undecided = commands.length;
    let release: () => void = () => undefined;
    const all = new Promise<void>((resolve) => {
      release = resolve;
    });
    const decided = (): void => {
      undecided -= 1;
      if (undecided === 0) release();
    };
    this.#decided = () => {
      decided();
      return all;
    };
    // One that is refused never comes to append.
    const outcomes = await Promise.all(commands.map((command) => command().finally(decided)));
    this.#decided = async () => undefined;
    return outcomes;
  }

  /** The whole log, once the views hold it. */
  async events(): Promise<readonly RecordedEvent[]> {
    await this.writing.neighbours.settled((await this.store.head()).position);
    const events: RecordedEvent[] = [];
    for await (const page of this.store.readAll(1)) events.push(...page);
    return events;
  }

  async close(): Promise<void> {
    await this.#projector.close();
    this.views.close();
    await this.store.close();
  }
}
