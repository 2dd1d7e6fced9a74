import fc from 'fast-check';
import type { JsonObject } from '../../src/event-store/canonical.js';
import { type Dates, LENGTH, MIXED } from './calendar.js';
import { families, MATTERS, maybe, one, type Telling } from './tellings.js';

/** Random histories, made so that what is told collides. */

/** A development before it is told. */
export interface Draft {
  readonly kind: string;
  readonly when: string;
  readonly matter?: string;
  readonly timing?: readonly DraftTiming[];
  readonly details: JsonObject;
}

/** A timing after another development, named by its place among those told, or by its id. */
export interface DraftTiming {
  readonly after: number | string;
  readonly atLeast?: string;
  readonly atMost?: string;
}

/** Developments are named by their place among those that will do, counted around. */
export type Step =
  | { readonly act: 'record'; readonly draft: Draft }
  /** Corrects one of the draft's kind; records the draft where there is none. */
  | { readonly act: 'correct'; readonly of: number; readonly draft: Draft; readonly fields: readonly Field[] }
  /** Retracts it, or reinstates it if it is retracted. */
  | { readonly act: 'toggle'; readonly of: number }
  | { readonly act: 'source'; readonly of: number }
  | { readonly act: 'side by side'; readonly steps: readonly Step[] }
  /** Lets a change be of a fine told after it, and on the same day. */
  | { readonly act: 'repoint'; readonly of: number }
  /** Moves a fine and a change of it past each other, side by side: the dates then contradict each other. */
  | { readonly act: 'cross'; readonly of: number; readonly wide: boolean }
  /** Lets two developments be timed after each other, by so many days, side by side: a ring, or a contradiction. */
  | { readonly act: 'entangle'; readonly of: number; readonly days: number }
  /** Asks, to ask the same again once more has been told. */
  | { readonly act: 'ask'; readonly day: number };
export type Field = 'when' | 'details' | 'matter' | 'timing';

const timing: fc.Arbitrary<DraftTiming> = fc
  .record({ after: fc.nat(30), atLeast: fc.nat(4), more: fc.nat(6) })
  .map(({ after, atLeast, more }) => ({
    after,
    ...(atLeast > 0 && { atLeast: `P${Math.floor(atLeast / 2)}D` }),
    ...(more < 4 && { atMost: `P${Math.floor(atLeast / 2) + more}D` }),
  }));

function draftOf([kind, details]: Telling, { when }: Dates, timed: boolean): fc.Arbitrary<Draft> {
  return fc
    .record({
      when,
      matter: maybe(one(MATTERS)),
      details,
      timing: timed ? fc.array(timing, { maxLength: 2 }) : fc.constant(undefined),
    })
    .map((draft) => JSON.parse(JSON.stringify({ kind, ...draft })) as Draft);
}

interface Sort {
  readonly dates: Dates;
  readonly fined: boolean;
  readonly timed: boolean;
}

function stepsOf(draft: fc.Arbitrary<Draft>, { dates: { wide }, fined, timed }: Sort): fc.Arbitrary<Step> {
  const of = fc.nat(30);
  const fields = fc.oneof(
    { weight: 3, arbitrary: fc.constant<Field[]>(['when']) },
    { weight: 3, arbitrary: fc.constant<Field[]>(['details']) },
    { weight: 1, arbitrary: fc.constant<Field[]>(['matter']) },
    { weight: timed ? 3 : 0, arbitrary: fc.constant<Field[]>(['timing']) },
    { weight: 1, arbitrary: fc.subarray<Field>(['when', 'details', 'matter', 'timing']) },
  );
  const record = fc.record({ act: fc.constant('record' as const), draft });
  const correct = fc.record({ act: fc.constant('correct' as const), of, draft, fields });
  const toggle = fc.record({ act: fc.constant('toggle' as const), of });
  const change: fc.Arbitrary<Step> = fc.oneof(record, correct, toggle);
  const sideBySide = fc.record({
    act: fc.constant('side by side' as const),
    steps: fc.array(change, { minLength: 2, maxLength: 3 }),
  });
  return fc.oneof(
    { weight: 14, arbitrary: record },
    { weight: 6, arbitrary: correct },
    { weight: 3, arbitrary: toggle },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('source' as const), of }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('ask' as const), day: fc.nat(LENGTH) }) },
    { weight: 1, arbitrary: sideBySide },
    { weight: fined ? 2 : 0, arbitrary: fc.record({ act: fc.constant('cross' as const), of, wide }) },
    { weight: fined ? 2 : 0, arbitrary: fc.record({ act: fc.constant('repoint' as const), of }) },
    {
      weight: timed ? 2 : 0,
      arbitrary: fc.record({ act: fc.constant('entangle' as const), of, days: fc.nat(1) }),
    },
  );
}

/** Names of the families of kinds that a history may be made of. */
const FAMILIES = Object.keys(families(MIXED));

/** Histories of one or two families of kinds. */
export function histories({
  dates = MIXED,
  among = FAMILIES,
  timed = false,
}: {
  readonly dates?: Dates;
  readonly among?: readonly string[];
  /** Whether developments are timed after each other. */
  readonly timed?: boolean;
} = {}): fc.Arbitrary<readonly Step[]> {
  const all = families(dates);
  return fc.subarray([...among], { minLength: 1, maxLength: Math.min(2, among.length) }).chain((chosen) => {
    const tellings = chosen.flatMap((name) => all[name] ?? []);
    const draft = fc.oneof(...tellings.map((telling) => draftOf(telling, dates, timed)));
    const fined = chosen.includes('fines');
    // Biased arrays are short, and in short histories nothing collides.
    const steps = fc.noBias(
      fc.array(stepsOf(draft, { dates, fined, timed }), { minLength: 1, maxLength: 16, size: 'max' }),
    );
    // Without a fine there is nothing to change.
    const first = all.fines?.find(([kind]) => kind === 'FineImposed');
    if (!fined || !first) return steps;
    return fc
      .tuple(draftOf(first, dates, false), steps)
      .map(([fine, more]) => [{ act: 'record', draft: fine }, ...more]);
  });
}
