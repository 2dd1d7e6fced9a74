import fc from 'fast-check';
import type { Dates } from './calendar.js';

/** What people might tell: a handful of entities gives facts that many developments speak of. */

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

const SERVICES = ['wechat', 'taobao', 'youku'] as const;
const some = <T>(from: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...from], { minLength: 1 });
export const one = <T>(from: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...from);

/** So many times out of four. */
const present =
  (times: 1 | 2 | 3) =>
  <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    fc.oneof({ weight: 4 - times, arbitrary: fc.constant(undefined) }, { weight: times, arbitrary });
const seldom = present(1);
export const maybe = present(2);
const mostly = present(3);
const yes = fc.constant(true as const);

const money = fc.oneof(
  fc.record({ value: one(['100', '100.00', '250.50', '0']), currency: one(['CNY', 'USD']) }),
  fc.record({ atLeast: one(['50', '100']), currency: one(['CNY', 'USD']) }),
  fc.record({ atLeast: one(['50', '99.5']), atMost: one(['100', '1000']), currency: one(['CNY', 'USD']) }),
  fc.record({ atMost: one(['75']), currency: one(['CNY', 'USD']), approximate: yes }),
);

/** A kind, and details of it; a fine is named by its place among the fines there are: `#3`. */
export type Telling = readonly [kind: string, details: fc.Arbitrary<object>];

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
export const families = ({ own }: Dates): Readonly<Record<string, readonly Telling[]>> => ({
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
