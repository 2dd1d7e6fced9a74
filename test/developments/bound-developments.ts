import { comesAfter } from '../../projections/dates.js';
import type { DevelopmentState, Version } from '../../src/developments/events.js';
import type { Timing } from '../../src/developments/timing.js';
import type { Writing } from '../../src/developments/writing.js';

/** A statement on a day or days, timed after others. */
export const told = (when: string, timing: readonly Timing[] = [], more: Partial<Version> = {}): DevelopmentState => ({
  version: { kind: 'StatementMade', title: 'A statement', when, timing, details: {}, ...more },
  sources: [],
  revision: 0,
  retracted: false,
});

export const retracted = (state: DevelopmentState): DevelopmentState => ({ ...state, retracted: true });

/** The write side over developments that are there already, by id. */
export const writingOver = (
  developments: Readonly<Record<string, DevelopmentState>>,
  settled = true,
): Writing & { readonly reads: () => number } => {
  let reads = 0;
  const mentions = Object.entries(developments).flatMap(([id, state]) =>
    comesAfter({ ...state, retracted: false }).map((target) => ({ id, target, role: 'after' })),
  );
  return {
    reads: () => reads,
    recorder: { store: { head: async () => ({ position: 1 }) } },
    directory: {
      development: async (id: string) => {
        reads++;
        return developments[id];
      },
    },
    neighbours: {
      settled: async () => settled,
      mentionsOf: async (id: string) => mentions.filter(({ target }) => target === id),
    },
  } as unknown as Writing & { readonly reads: () => number };
};
