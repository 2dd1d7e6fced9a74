import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '../../../projections/law/judge.js';
import type { Assertion, Bond, Knowledge, Node } from '../../../projections/law/knowledge.js';
import { runs } from '../../state/runs.js';
import { DAYS, networks } from './networks.js';
import { consistent, winner, worldsOf } from './worlds.js';

/** Ranges of years, and short ones about the same few days, so that there are both ties and wide overlaps. */
const range = fc.oneof(
  fc.tuple(fc.integer({ min: -5, max: 5 }), fc.nat(6)),
  fc.tuple(fc.integer({ min: -700_000, max: 2_000 }), fc.nat(900_000)),
  fc.tuple(fc.integer({ min: -400, max: 400 }), fc.constant(0)),
);

const unbound: fc.Arbitrary<Knowledge> = fc.noBias(
  fc.array(fc.record({ range, value: fc.nat(4) }), { maxLength: 10 }).chain((stated) =>
    fc.shuffledSubarray([...stated.keys()], { minLength: stated.length }).map((places) => ({
      bonds: [],
      nodes: stated.map(({ range: [earliest, more] }, index) => ({
        development: `dev-${index}`,
        earliest,
        latest: earliest + more,
      })),
      assertions: places.map((index) => ({
        development: `dev-${index}`,
        order: index,
        node: index,
        value: `value-${stated[index]?.value}`,
      })),
    })),
  ),
);

const askedDay = fc.oneof(fc.integer({ min: -7, max: 12 }), fc.integer({ min: -710_000, max: 910_000 }));

describe('judging a fact whose dates are not bound to each other', () => {
  it('finds possible what the closed form of the law says', () => {
    fc.assert(
      fc.property(unbound, askedDay, (knowledge, day) => {
        const { assertions, nodes } = knowledge;
        const e = (index: number): number => nodes[assertions[index]?.node as number]?.earliest as number;
        const l = (index: number): number => nodes[assertions[index]?.node as number]?.latest as number;
        const all = [...assertions.keys()];
        const possible = all.filter((i) => {
          const t = Math.min(day, l(i));
          return e(i) <= day && all.every((j) => j === i || l(j) > day || e(j) < t || (e(j) === t && j < i));
        });
        const values = [...new Set(possible.map((i) => String(assertions[i]?.value)))].sort();
        const judged = judge(knowledge, day);
        expect(judged.values).toEqual(all.every((j) => l(j) > day) ? [...values, null] : values);
        expect(judged.because.map(({ order }) => order)).toEqual(
          possible.map((i) => assertions[i]?.order as number).sort((a, b) => a - b),
        );
        const since = { earliest: Math.min(...possible.map(e)), latest: Math.min(...possible.map(l)) };
        expect(judged.since).toEqual(possible.length === 0 ? undefined : since);
        expect(judged.contradiction).toBeUndefined();
      }),
      runs(5_000),
    );
  });
});

describe('judging a fact whose dates are bound to each other', () => {
  const day = fc.integer({ min: -1, max: DAYS });

  it('finds what some world gives, by the plain ranges where dates contradict each other', () => {
    fc.assert(
      fc.property(networks, day, (knowledge, asked) => {
        const { nodes, bonds, assertions } = knowledge;
        const worlds = worldsOf(nodes, consistent(nodes, bonds));
        const winners = worlds.map((world) => winner(world, assertions, asked));
        const because = assertions.filter((each) => winners.includes(each)).sort((a, b) => a.order - b.order);
        const values = because.map(({ value }) => String(value)).sort();
        const judged = judge(knowledge, asked);
        expect(judged.values).toEqual(winners.includes(undefined) ? [...values, null] : values);
        expect(judged.because).toEqual(because);
        const first = worlds.map((world) => Math.min(...because.map(({ node }) => world[node] as number)));
        const since = { earliest: Math.min(...first), latest: Math.max(...first) };
        expect(judged.since).toEqual(because.length === 0 ? undefined : since);
        expect(judged.contradiction === undefined).toBe(consistent(nodes, bonds).length === bonds.length);
      }),
      runs(3_000),
    );
  });

  it('names, where dates contradict each other, developments that do so by themselves', () => {
    fc.assert(
      fc.property(networks, (knowledge) => {
        const { nodes, bonds } = knowledge;
        const { contradiction } = judge(knowledge, 0);
        fc.pre(contradiction !== undefined);
        const named = new Set(
          nodes.flatMap(({ development }, node) => (contradiction?.includes(development) ? [node] : [])),
        );
        const among = bonds.filter(({ later, earlier }) => named.has(later) && named.has(earlier));
        expect(consistent(nodes, among).length).toBeLessThan(among.length);
      }),
      { numRuns: 300, seed: 5, maxSkipsPerRun: 100 },
    );
  });

  it('names the ring, and not what hangs on it, without creeping through the years', () => {
    const count = 300;
    const wide = { earliest: -700_000, latest: 2_900_000 };
    const nodes = Array.from({ length: count }, (_, index) => ({ development: `dev-${index}`, ...wide }));
    const following = (later: number, earlier: number): Bond => ({ later, earlier, atLeast: 0, atMost: null });
    // Half of the nodes follow one another in a row, at the end of which three come a day after each other.
    const row = Array.from({ length: count / 2 }, (_, index) => following(index, index + 1));
    const ring = [200, 201, 202].map((node) => ({ ...following(node, node === 202 ? 200 : node + 1), atLeast: 1 }));
    const assertions = [{ development: 'dev-0', order: 0, node: 0, value: 'so' }];
    const bonds = [...row, following(150, 200), following(202, 299), ...ring];
    const began = performance.now();
    const { values, contradiction } = judge({ nodes, bonds, assertions }, 0);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(values).toEqual(['so', null]);
    expect(contradiction).toEqual(['dev-200', 'dev-201', 'dev-202']);
  });

  it('resolves possible answers and never changes a definite one when a date is narrowed and a world remains', () => {
    const narrowing = fc.record({ node: fc.nat(4), fromStart: fc.nat(2), fromEnd: fc.nat(2) });
    fc.assert(
      fc.property(networks, day, fc.array(narrowing, { minLength: 1, maxLength: 3 }), (knowledge, asked, cuts) => {
        fc.pre(worldsOf(knowledge.nodes, knowledge.bonds).length > 0);
        const nodes = cuts.reduce(narrowed, knowledge.nodes);
        fc.pre(worldsOf(nodes, knowledge.bonds).length > 0);
        const before = judge(knowledge, asked).values;
        const after = judge({ ...knowledge, nodes }, asked).values;
        expect(before).toEqual(expect.arrayContaining([...after]));
        expect(after.length).toBeGreaterThan(0);
      }),
      { numRuns: 1_000, seed: 6, maxSkipsPerRun: 100 },
    );
  });
});

type Narrowing = { readonly node: number; readonly fromStart: number; readonly fromEnd: number };

const narrowed = (nodes: readonly Node[], { node, fromStart, fromEnd }: Narrowing): readonly Node[] =>
  nodes.map((each, index) => {
    const [earliest, latest] = [each.earliest + fromStart, each.latest - fromEnd];
    return index === node && earliest <= latest ? { ...each, earliest, latest } : each;
  });

describe('the values of a judgement', () => {
  const stated = (values: readonly Assertion['value'][]): Knowledge => ({
    bonds: [],
    nodes: values.map((_, index) => ({ development: String(index), earliest: 1, latest: 9 })),
    assertions: values.map((value, index) => ({ development: String(index), order: index, node: index, value })),
  });

  it('come in the order of their JCS texts, money and words, each once, unrecorded last', () => {
    const usd = (value: string) => ({ value, currency: 'USD' });
    const { values } = judge(stated(['~', usd('9'), 'b', usd('10'), 'a', 'b', 'Ж']), 5);
    expect(values).toEqual(['a', 'b', '~', 'Ж', usd('10'), usd('9'), null]);
  });

  it('are none but unrecorded where nothing is stated', () => {
    expect(judge(stated([]), 5)).toEqual({ values: [null], because: [], ranges: [] });
  });
});
