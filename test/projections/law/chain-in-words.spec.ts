import { describe, expect, it } from '@jest/globals';
import { explainChain, nameOfNode } from '../../../projections/law/chain-in-words.js';
import type { Bond } from '../../../projections/law/knowledge.js';
import { contradictionIn } from '../../../projections/law/tighten.js';
import { parseEdtf } from '../../../src/time/edtf.js';

const bond = (later: number, earlier: number, atLeast = 0, atMost: number | null = null): Bond => {
  return { later, earlier, atLeast, atMost };
};

function explained(nodes: readonly (readonly [name: string, date: string])[], bonds: readonly Bond[]): string {
  const named = nodes.map(([name, date]) => ({ name, development: name, ...parseEdtf(date) }));
  const chain = contradictionIn(named, bonds);
  return chain ? explainChain(chain, named) : 'no contradiction';
}

describe('a contradictory chain in words', () => {
  it('goes from the date that would be too early back to the one that makes it so', () => {
    const nodes = [
      ['"Alibaba will comply"', '[2021-09-09..2021-09-10]'],
      ['"WeChat Pay accepted"', '2021-09-28'],
    ] as const;
    expect(explained(nodes, [bond(1, 0, 0, 13)])).toBe(
      '"WeChat Pay accepted" on 2021-09-28 is at most 13 days after "Alibaba will comply", which is on 2021-09-10 at the latest, so "WeChat Pay accepted" would be on 2021-09-23 at the latest.',
    );
  });

  it('goes over every date between, and says from when on the last one can be', () => {
    const nodes = [
      ['"A"', '2021-05'],
      ['"B"', '2021'],
      ['"C"', '2021'],
      ['"D"', '2021-05-02'],
    ] as const;
    const bonds = [bond(1, 0), bond(2, 1, 1, 9), bond(3, 2, 2)];
    expect(explained(nodes, bonds)).toBe(
      '"A" is not after "B", which is at least 1 day before "C", which is at least 2 days before "D", which is on 2021-05-02, so "A" would be on 2021-04-29 at the latest, yet it is on 2021-05-01 at the earliest.',
    );
  });

  it('goes round where timings contradict each other', () => {
    const nodes = [
      ['"A"', '20XX'],
      ['"B"', '20XX'],
      ['"C"', '20XX'],
    ] as const;
    expect(explained(nodes, [bond(1, 0, 2), bond(2, 1, 3), bond(2, 0, 0, 4)])).toBe(
      '"C" is at least 3 days after "B", which is at least 2 days after "A", which is at most 4 days before "C": taken together, "C" would be 1 day before itself.',
    );
  });

  it('names own dates of a development, and a day before any there is', () => {
    const nodes = [
      [nameOfNode('The ban', 'when'), '0001-02-01'],
      [nameOfNode('The ban', 'effective'), '0001-01-05'],
      [nameOfNode('The law', 'inForce'), '0001-01-07'],
    ] as const;
    expect(explained(nodes.slice(0, 2), [bond(1, 0)])).toBe(
      '"The ban" on 0001-02-01 is not after the effective date of "The ban", which is on 0001-01-05, so "The ban" would be on 0001-01-05 at the latest.',
    );
    expect(explained(nodes, [bond(2, 1, 7)])).toBe(
      'The effective date of "The ban" on 0001-01-05 is at least 7 days before the entry into force of "The law", which is on 0001-01-07, so the effective date of "The ban" would be before the calendar begins.',
    );
  });
});
