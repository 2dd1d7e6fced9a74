import { createHash } from 'node:crypto';
import { v5 } from 'uuid';
import { PROJECTIONS } from '../../projections/index.js';
import type { EventStore, RecordedEvent } from '../../src/event-store/event-store.js';
import { OverlayStore } from '../../src/event-store/overlay-store.js';
import { type Ambient, Recorder } from '../../src/event-store/recorder.js';
import { importLines } from '../../src/import/importer.js';
import type { Line } from '../../src/import/lines.js';
import { Projector } from '../../src/projecting/projector.js';
import { Views } from '../../src/projecting/views.js';
import { assemble } from '../../src/serving/assemble.js';

/** A log with nothing in it, whose id is given rather than made. */
const nothing = (log: string): EventStore => ({
  log,
  append: () => Promise.reject(new Error('it stays empty')),
  readStream: async () => [],
  readAll: async function* () {},
  subscribeAll: async function* () {},
  head: async () => ({ position: 0, recordedAt: null }),
  close: async () => undefined,
});

/** @param ticks milliseconds from one look at the clock to the next, over and over */
function ambience(started: string, ticks: readonly number[]): Ambient {
  let now = Date.parse(started);
  let [looked, salted, made] = [0, 0, 0];
  return {
    now: () => {
      now += ticks[looked++ % ticks.length] ?? 0;
      return new Date(now);
    },
    salt: () => createHash('sha256').update(`salt ${salted++}`).digest().subarray(0, 16).toString('base64url'),
    uuid: () => v5(`made ${made++}`, v5.URL),
  };
}

const META = { actor: 'anonymous', correlation: 'golden' };

interface Telling {
  readonly log: string;
  /** Lines of an import. */
  readonly lines: readonly string[];
  /** RFC 3339: when the first is recorded. */
  readonly started: string;
  readonly ticks?: readonly number[];
}

/** What the write side makes of an import, the same every time. @throws where a line is refused */
export async function eventsOf({ log, lines, started, ticks = [0] }: Telling): Promise<readonly RecordedEvent[]> {
  const store = await OverlayStore.over(nothing(log));
  const views = Views.open({ directory: ':memory:', log, projections: PROJECTIONS });
  const projector = new Projector(store, views, (error) => {
    throw error;
  });
  const { writing, startup } = assemble(store, views, projector);
  startup.caughtUp = await projector.start();
  const told = { ...writing, recorder: new Recorder(store, ambience(started, ticks)) };
  const { each, next } = oneByOne(lines);
  for await (const result of importLines(told, each, META, (error) => error as Error)) {
    if ('problem' in result) throw new Error(`line ${result.line} is refused: ${String(result.problem)}`);
    next();
  }
  await projector.close();
  views.close();
  const events: RecordedEvent[] = [];
  for await (const page of store.readAll(1)) events.push(...page);
  return events;
}

/** Lines that come one at a time, each when it is asked for by `next`: so their order in the log is theirs. */
function oneByOne(lines: readonly string[]): { readonly each: AsyncIterable<Line>; readonly next: () => void } {
  let next: () => void = () => undefined;
  async function* each(): AsyncGenerator<Line> {
    for (const [index, line] of lines.entries()) {
      const answered = new Promise<void>((resolve) => {
        next = resolve;
      });
      yield { number: index + 1, bytes: Buffer.from(line) };
      await answered;
    }
  }
  return { each: each(), next: () => next() };
}
