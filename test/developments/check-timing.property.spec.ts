import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkTiming } from '../../src/developments/check-timing.js';
import type { DevelopmentState } from '../../src/developments/events.js';
import { boundsOfTiming } from '../../src/developments/timing.js';
import { Refusal } from '../../src/refusal.js';
import { formatDay, parseDay } from '../../src/time/day.js';
import { retracted, told, writingOver } from './bound-developments.js';

const FIRST = parseDay('2021-09-01') as number;
const IDS = ['it', 'b', 'c', 'd', 'e'] as const;

interface Plan {
  readonly from: number;
  readonly days: number;
  readonly isRetracted: boolean;
  readonly after: readonly { readonly id: string; readonly atLeast: number; readonly more: number | null }[];
}

const plan: fc.Arbitrary<Plan> = fc.record({
  from: fc.nat(6),
  days: fc.nat(3),
  isRetracted: fc.nat(5).map((one) => one === 0),
  after: fc.uniqueArray(fc.record({ id: fc.constantFrom(...IDS), atLeast: fc.nat(3), more: fc.option(fc.nat(2)) }), {
    maxLength: 2,
    selector: ({ id }) => id,
  }),
});

function stateOf(self: string, { from, days, isRetracted, after }: Plan): DevelopmentState {
  const timing = after
    .filter(({ id }) => id !== self)
    .map(({ id, atLeast, more }) => ({
      after: id,
      atLeast: `P${atLeast}D`,
      ...(more !== null && { atMost: `P${atLeast + more}D` }),
    }));
  const state = told(`[${formatDay(FIRST + from)}..${formatDay(FIRST + from + days)}]`, timing);
  return isRetracted && self !== 'it' ? retracted(state) : state;
}

interface Day {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly after: readonly { readonly id: string; readonly atLeast: number; readonly atMost: number }[];
}

/** What hangs together with `it`, looked at without the law. */
function together(states: ReadonlyMap<string, DevelopmentState>): readonly Day[] {
  const there = [...states].filter(([, state]) => !state.retracted);
  const days = there.map(([id, { version }]): Day => {
    const [from = '', to = ''] = version.when.slice(1, -1).split('..');
    const after = (version.timing ?? [])
      .filter((each) => there.some(([other]) => other === each.after))
      .map((each) => {
        const { atLeast, atMost } = boundsOfTiming(each);
        return { id: each.after, atLeast, atMost: atMost ?? Number.POSITIVE_INFINITY };
      });
    return { id, from: parseDay(from) as number, to: parseDay(to) as number, after };
  });
  const group = new Set(['it']);
  for (let size = 0; size !== group.size; ) {
    size = group.size;
    for (const { id, after } of days)
      for (const prior of after) if (group.has(id) || group.has(prior.id)) group.add(id).add(prior.id);
  }
  return days.filter(({ id }) => group.has(id));
}

function hasWorld(days: readonly Day[], chosen: ReadonlyMap<string, number> = new Map()): boolean {
  const next = days[chosen.size];
  if (!next) {
    return days.every(({ id, after }) =>
      after.every((prior) => {
        const apart = (chosen.get(id) as number) - (chosen.get(prior.id) as number);
        return prior.atLeast <= apart && apart <= prior.atMost;
      }),
    );
  }
  for (let day = next.from; day <= next.to; day++) if (hasWorld(days, new Map(chosen).set(next.id, day))) return true;
  return false;
}

function isInRing(days: readonly Day[]): boolean {
  const reached = new Set<string>();
  const waiting = ['it'];
  for (const id of waiting) {
    for (const prior of days.find((each) => each.id === id)?.after ?? []) {
      if (prior.id === 'it') return true;
      if (!reached.has(prior.id)) waiting.push(prior.id);
      reached.add(prior.id);
    }
  }
  return false;
}

describe('a development among others', () => {
  it('is refused exactly where no days fit all that hangs together with it, or it comes after itself', async () => {
    const seen = { ok: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 2, maxLength: IDS.length }), async (plans) => {
        const states = new Map(plans.map((each, index) => [IDS[index] as string, stateOf(IDS[index] as string, each)]));
        const { it: own, ...others } = Object.fromEntries(states);
        const days = together(states);
        const fits = hasWorld(days) && !isInRing(days);
        seen[fits ? 'ok' : 'refused']++;
        let code = 'ok';
        try {
          await checkTiming(writingOver({ ...others, it: own as DevelopmentState }), 'it', own as DevelopmentState);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          code = error.code;
        }
        expect(code).toBe(fits ? 'ok' : 'contradictory-timing');
      }),
      { numRuns: 1_000 },
    );
    expect(Math.min(seen.ok, seen.refused)).toBeGreaterThan(100);
  });
});
