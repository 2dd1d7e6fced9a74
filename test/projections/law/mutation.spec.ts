import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Bond, Knowledge } from '../../../projections/law/knowledge.js';
import { Copies, examineCopies, type Verdict } from '../../state/copies.js';
import { anyAfter, literalOrder } from './after.js';
import { MUTANTS } from './mutants.js';
import { DAYS, networks } from './networks.js';
import { firstWrong, type Told, type Trial } from './trial.js';
import { consistent, winner, worldsOf } from './worlds.js';

/** What the law says, by looking at every world. */
function right({ nodes, bonds, assertions }: Knowledge, day: number, order: readonly number[]): Told {
  const worlds = worldsOf(nodes, consistent(nodes, bonds));
  const winners = worlds.map((world) => winner(world, assertions, day));
  const because = assertions.filter((each) => winners.includes(each)).sort((a, b) => a.order - b.order);
  const values = because.map(({ value }) => String(value));
  const first = worlds.map((world) => Math.min(...because.map(({ node }) => world[node] as number)));
  const days = (node: number): readonly number[] => worlds.map((world) => world[node] as number);
  return {
    values: [...[...values].sort(), ...(winners.includes(undefined) ? [null] : [])],
    because: values,
    since: because.length > 0 ? { earliest: Math.min(...first), latest: Math.max(...first) } : null,
    contradictory: consistent(nodes, bonds).length < bonds.length,
    possible: worldsOf(nodes, bonds).length > 0,
    ranges: nodes.map((_, node) => [Math.min(...days(node)), Math.max(...days(node))]),
    order,
  };
}

const random: fc.Arbitrary<Trial> = fc
  .tuple(networks, fc.integer({ min: -1, max: DAYS }), anyAfter)
  .map(([knowledge, day, after]) => {
    return { knowledge, day, after: [...after], right: right(knowledge, day, literalOrder(after)) };
  });

/** A ring round which days would creep for long. */
function longRing(): Trial {
  const count = 40;
  const days = 700_000;
  const nodes = Array.from({ length: count }, () => ({ development: 'dev', earliest: 0, latest: days }));
  const bonds = nodes.map((_, node): Bond => {
    return { later: node, earlier: (node + 1) % count, atLeast: node === 0 ? 1 : 0, atMost: null };
  });
  const assertions = [{ development: 'dev', order: 0, node: 0, value: 'so' }];
  return {
    knowledge: { nodes, bonds, assertions },
    day: 0,
    after: [],
    right: {
      values: ['so', null],
      because: ['so'],
      since: { earliest: 0, latest: days },
      contradictory: true,
      possible: false,
      ranges: nodes.map(() => [0, days]),
      order: [],
    },
  };
}

describe('the properties of the law', () => {
  const copies = new Copies('test/projections/law/trial.ts');
  const trials = [...fc.sample(random, { numRuns: 1_500, seed: 1 }), longRing()];
  let ofOriginal: Verdict | undefined;
  let ofMutants: readonly Verdict[];

  beforeAll(async () => {
    const entries = [copies.original(), ...MUTANTS.map((mutant, index) => copies.mutant(`mutant-${index}`, mutant))];
    const file = join(copies.directory, 'trials.json');
    writeFileSync(file, JSON.stringify(trials));
    [ofOriginal, ...ofMutants] = await examineCopies(file, entries);
  }, 300_000);

  afterAll(() => rmSync(copies.directory, { recursive: true, force: true }));

  it('hold here and in an unbroken copy', async () => {
    expect(await firstWrong(trials)).toBeUndefined();
    expect(ofOriginal).toBeNull();
  });

  it.each(MUTANTS.map(({ broken }, index) => ({ broken, index })))('fail where $broken', ({ index }) => {
    expect(ofMutants[index]).toEqual({ trial: expect.any(Number), wrong: expect.any(String) });
  });
});
