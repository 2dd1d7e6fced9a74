import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Expectation } from './answers.js';
import { histories } from './histories.js';
import { lawHolds } from './law.js';
import { PATIENCE, runs } from './runs.js';
import { acceptance } from './telling.js';

describe('the state of any history of developments timed after each other', () => {
  const tally = new Map<string, number>();
  const networks = new Set<string>();
  let contradictions = 0;

  /** Ids are the same in every history, dates are not. */
  function onAsked({ groups, dates, position, facts }: Expectation): void {
    for (const group of groups) if (group.length > 1) networks.add(JSON.stringify([position, group, dates]));
    contradictions += facts.filter((fact) => 'contradictory' in fact).length;
  }

  it(
    'is what the reference fold says of the worlds that satisfy every timing, and stays it',
    () => fc.assert(lawHolds(histories({ timed: true }), tally, onAsked), runs(400)),
    PATIENCE,
  );

  it(
    'is what it says where fines that are summed up hang together, too',
    () => fc.assert(lawHolds(histories({ among: ['fines'], timed: true }), tally, onAsked), runs(200)),
    PATIENCE,
  );

  it('was asked of more than a thousand networks, some of them contradictory', () => {
    expect(networks.size).toBeGreaterThan(1_000);
    expect(contradictions).toBeGreaterThan(0);
  });

  it('was asked about histories of which most commands were accepted, and some refused as contradictory', () => {
    expect(acceptance(tally)).toBeGreaterThan(0.9);
    expect(tally.get('contradictory-timing')).toBeGreaterThan(0);
  });
});
