import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '../../projections/law/judge.js';
import { Orders } from '../../src/answers/unordered.js';
import { DAYS, networks } from '../projections/law/networks.js';
import { consistent, winner, worldsOf } from '../projections/law/worlds.js';
import { runs } from '../state/runs.js';

describe('the days on which both of two assertions are possible', () => {
  const pairs = networks.filter(({ assertions }) => assertions.length > 1);

  it('are those that the law gives, were nothing else said: in a row, and without end where they never end', () => {
    let [ending, none] = [0, 0];
    fc.assert(
      fc.property(pairs, ({ nodes, bonds, assertions }) => {
        const two = assertions.slice(0, 2);
        const [first, second] = two.map(({ node }) => node) as [number, number];
        const orders = new Orders(nodes, bonds);
        fc.pre(orders.open(first, second));
        const worlds = worldsOf(nodes, consistent(nodes, bonds));
        const open = orders.bothPossible(first, second);
        if (!open) none++;
        else if (open.to !== undefined) ending++;
        for (let day = -1; day <= DAYS + 1; day++) {
          const winners = worlds.map((world) => winner(world, two, day));
          const both = two.every((each) => winners.includes(each));
          expect([day, judge({ nodes, bonds, assertions: two }, day).because.length === 2]).toEqual([day, both]);
          expect([day, open !== undefined && day >= open.from && day <= (open.to ?? day)]).toEqual([day, both]);
        }
      }),
      { ...runs(1_000), maxSkipsPerRun: 100 },
    );
    expect(Math.min(ending, none)).toBeGreaterThan(10);
  });
});
