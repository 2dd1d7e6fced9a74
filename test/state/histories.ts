import fc from 'fast-check';
import type { JsonObject } from '../../src/event-store/canonical.js';
import { type Day, formatDay, parseDay } from '../../src/time/day.js';

/**
 * Random histories: what people might tell, made to collide. A calendar of eight days gives many ties and overlaps,
 * and a handful of entities gives facts that many developments speak of.
 */

const FIRST = parseDay('2021-09-01') as Day;
export const LENGTH = 8;

/** What is registered before anything is told. */
export const ENTITIES: Readonly<Record<string, string>> = {
  miit: 'authority',
  alibaba: 'company',
  tencent: 'company',
  wechat: 'service',
  taobao: 'service',
  youku: 'service',
  china: 'place',
  pipl: 'instrument',
  clean: 'programme',
  'clean-apps': 'programme',
  'clean-cloud': 'programme',
};
export const MATTERS = ['walls', 'fines', 'data'] as const;

/** A development before it is told. A fine is named by its place among the fines there are: `#3`. */
export interface Draft {
  readonly kind: string;
  readonly when: string;
  readonly matter?: string;
  readonly details: JsonObject;
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
  /** Asks, to ask the same again once more has been told. */
  | { readonly act: 'ask'; readonly day: number };
export type Field = 'when' | 'details' | 'matter';

/** The day so many days into the calendar. */
export const dayAt = (index: number): Day => FIRST + index;

const day = (index: number): string => formatDay(dayAt(index));

const exactDate = fc
  .tuple(fc.nat(LENGTH - 1), fc.constantFrom('', '', '', '~', '?'))
  .map(([index, mark]) => day(index) + mark);

const setOfDays = fc.tuple(fc.nat(LENGTH - 2), fc.integer({ min: 1, max: 3 })).map(([first, more]) => {
  return `[${day(first)}..${day(Math.min(first + more, LENGTH - 1))}]`;
});

/** Closed on the day of record, which is the calendar's last. */
const openEnd = fc.integer({ min: LENGTH - 4, max: LENGTH - 1 }).map((first) => `[${day(first)}..]`);

interface Dates {
  readonly when: fc.Arbitrary<string>;
  /** A date in the details: an open late end would run to the end of the calendar of the world. */
  readonly own: fc.Arbitrary<string>;
  readonly wide: fc.Arbitrary<boolean>;
}

const MIXED: Dates = {
  when: fc.oneof(
    { weight: 8, arbitrary: exactDate },
    { weight: 7, arbitrary: setOfDays },
    { weight: 1, arbitrary: openEnd },
  ),
  own: fc.oneof(exactDate, setOfDays),
  wide: fc.boolean(),
};
export const EXACT: Dates = { when: exactDate, own: exactDate, wide: fc.constant(false) };

const SERVICES = ['wechat', 'taobao', 'youku'] as const;
const some = <T>(from: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...from], { minLength: 1 });
const one = <T>(from: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...from);

/** So many times out of four. */
const present =
  (times: 1 | 2 | 3) =>
  <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    fc.oneof({ weight: 4 - times, arbitrary: fc.constant(undefined) }, { weight: times, arbitrary });
const seldom = present(1);
const maybe = present(2);
const mostly = present(3);
const yes = fc.constant(true as const);

const money = fc.oneof(
  fc.record({ value: one(['100', '250.50', '0']), currency: one(['CNY', 'USD']) }),
  fc.record({ atLeast: one(['50', '100']), currency: one(['CNY', 'USD']) }),
  fc.record({ atLeast: one(['50', '99.5']), atMost: one(['100', '1000']), currency: one(['CNY', 'USD']) }),
  fc.record({ atMost: one(['75']), currency: one(['CNY', 'USD']), approximate: yes }),
);

type Telling = readonly [kind: string, details: fc.Arbitrary<object>];

const linked = (kind: string): Telling => [
  kind,
  fc.record({ from: one(['wechat', 'taobao']), to: some(['taobao', 'youku']) }),
];
const paid = (kind: string): Telling => [
  kind,
  fc.record({ venues: some(['taobao', 'youku']), method: fc.constant('wechat') }),
];
const programme = (kind: string): Telling => [
  kind,
  fc.record({
    authority: fc.constant('miit'),
    programme: fc.constant('clean'),
    lines: fc.subarray(['clean-apps', 'clean-cloud']),
  }),
];

type Stated = Readonly<Record<string, unknown>>;

const effect = (from: fc.Arbitrary<string>): fc.Arbitrary<Stated> =>
  fc.oneof<fc.Arbitrary<Stated>[]>(
    fc.record({
      predicate: fc.constant('links'),
      subject: fc.constant('wechat'),
      object: fc.constant('taobao'),
      value: one(['blocked', 'allowed']),
      from: maybe(from),
    }),
    fc.record({
      predicate: fc.constant('payment'),
      subject: fc.constant('taobao'),
      object: fc.constant('wechat'),
      value: one(['expected', 'announced', 'accepted']),
      from: maybe(from),
    }),
    fc.record({
      predicate: fc.constant('stake'),
      subject: one(['alibaba', 'tencent']),
      value: fc.oneof(one(['large', 'small']), money),
      from: maybe(from),
    }),
  );

/** Effects from the day of the development itself must be of different facts. */
const clash = (a: Stated, b: Stated): boolean =>
  a.from === undefined &&
  b.from === undefined &&
  ['predicate', 'subject', 'object'].every((member) => a[member] === b[member]);

/** Kinds that speak of the same facts. */
const families = ({ own }: Dates): Readonly<Record<string, readonly Telling[]>> => ({
  links: [linked('LinksBlocked'), linked('LinksUnblocked')],
  payment: [paid('PaymentMethodAnnounced'), paid('PaymentMethodAccepted'), paid('PaymentMethodEnded')],
  bans: [
    [
      'BanOrdered',
      fc.record({
        authority: fc.constant('miit'),
        jurisdiction: fc.constant('china'),
        services: some(['wechat', 'youku']),
        effective: mostly(own),
        retroactive: seldom(yes),
      }),
    ],
    ['BanLifted', fc.record({ jurisdiction: fc.constant('china'), services: some(['wechat', 'youku']) })],
  ],
  instruments: [
    [
      'InstrumentIssued',
      fc.record({
        authority: fc.constant('miit'),
        instrument: fc.constant('pipl'),
        subjects: fc.constant(['data']),
        inForce: mostly(own),
        retroactive: seldom(yes),
      }),
    ],
    ['InstrumentRepealed', fc.record({ instrument: fc.constant('pipl') })],
  ],
  fines: [
    [
      'FineImposed',
      fc.record({ authority: fc.constant('miit'), party: one(['alibaba', 'tencent']), amount: mostly(money) }),
    ],
    [
      'FineChanged',
      fc
        .tuple(fc.nat(4), mostly(money))
        .map(([fine, amount]) => ({ fine: `#${fine}`, ...(amount ? { amount } : { annulled: true }) })),
    ],
  ],
  ownership: [
    ['OwnershipChanged', fc.record({ owner: one(['alibaba', 'tencent', 'none']), owned: one(SERVICES.slice(0, 2)) })],
  ],
  notes: [
    [
      'DevelopmentNoted',
      fc.record({
        effects: fc.uniqueArray(effect(own), { maxLength: 3, comparator: clash }),
      }),
    ],
  ],
  programmes: [programme('ProgrammeLaunched'), programme('ProgrammeEnded')],
});

function draftOf([kind, details]: Telling, { when }: Dates): fc.Arbitrary<Draft> {
  return fc
    .record({ when, matter: maybe(one(MATTERS)), details })
    .map((draft) => JSON.parse(JSON.stringify({ kind, ...draft })) as Draft);
}

function stepsOf(draft: fc.Arbitrary<Draft>, { wide }: Dates, mayFine: boolean): fc.Arbitrary<Step> {
  const of = fc.nat(30);
  const fields = fc.oneof(
    { weight: 3, arbitrary: fc.constant<Field[]>(['when']) },
    { weight: 3, arbitrary: fc.constant<Field[]>(['details']) },
    { weight: 1, arbitrary: fc.constant<Field[]>(['matter']) },
    { weight: 1, arbitrary: fc.subarray<Field>(['when', 'details', 'matter']) },
  );
  const record = fc.record({ act: fc.constant('record' as const), draft });
  const correct = fc.record({ act: fc.constant('correct' as const), of, draft, fields });
  const toggle = fc.record({ act: fc.constant('toggle' as const), of });
  const change: fc.Arbitrary<Step> = fc.oneof(record, correct, toggle);
  return fc.oneof(
    { weight: 14, arbitrary: record },
    { weight: 6, arbitrary: correct },
    { weight: 3, arbitrary: toggle },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('source' as const), of }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('ask' as const), day: fc.nat(LENGTH) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        act: fc.constant('side by side' as const),
        steps: fc.array(change, { minLength: 2, maxLength: 3 }),
      }),
    },
    { weight: mayFine ? 2 : 0, arbitrary: fc.record({ act: fc.constant('cross' as const), of, wide }) },
    { weight: mayFine ? 2 : 0, arbitrary: fc.record({ act: fc.constant('repoint' as const), of }) },
  );
}

/** Names of the families of kinds that a history may be made of. */
const FAMILIES = Object.keys(families(MIXED));

/** Histories of one to three families of kinds. */
export function histories({
  dates = MIXED,
  among = FAMILIES,
}: {
  readonly dates?: Dates;
  readonly among?: readonly string[];
} = {}): fc.Arbitrary<readonly Step[]> {
  const all = families(dates);
  return fc.subarray([...among], { minLength: 1, maxLength: Math.min(2, among.length) }).chain((chosen) => {
    const tellings = chosen.flatMap((name) => all[name] ?? []);
    const draft = fc.oneof(...tellings.map((telling) => draftOf(telling, dates)));
    const mayFine = chosen.includes('fines');
    // Biased arrays are short, and in short histories nothing collides.
    const steps = fc.noBias(fc.array(stepsOf(draft, dates, mayFine), { minLength: 1, maxLength: 16, size: 'max' }));
    // Without a fine there is nothing to change.
    const first = all.fines?.find(([kind]) => kind === 'FineImposed');
    if (!mayFine || !first) return steps;
    return fc.tuple(draftOf(first, dates), steps).map(([fine, more]) => [{ act: 'record', draft: fine }, ...more]);
  });
}
