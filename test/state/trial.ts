import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { type Expectation, examine, Wrong } from './answers.js';
import { emptyViews } from './reading.js';

/** A told history: its log, and questions with what is right to answer. */
export interface Trial {
  readonly log: string;
  readonly events: readonly RecordedEvent[];
  readonly expectations: readonly Expectation[];
}

/** How many histories in, and how, the answers go wrong; undefined if they are right about them all. */
export async function firstWrong(trials: readonly Trial[]): Promise<{ trial: number; wrong: string } | undefined> {
  for (const [trial, { log, events, expectations }] of trials.entries()) {
    const { views, reading } = emptyViews({ log, head: async () => ({ position: events.length, recordedAt: null }) });
    try {
      views.apply(events);
      if (views.parked.length > 0) throw new Error(`nothing may park here: ${JSON.stringify(views.parked)}`);
      for (const expected of expectations) await examine(reading, expected);
    } catch (error) {
      if (error instanceof Wrong) return { trial, wrong: error.message };
      throw error;
    } finally {
      views.close();
    }
  }
  return undefined;
}
