import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Copies, examineCopies, type Verdict } from './copies.js';
import { histories } from './histories.js';
import { tell, wonderings } from './law.js';
import { MUTANTS } from './mutants.js';
import { Service } from './service.js';
import { firstWrong, type Trial } from './trial.js';

/**
 * Sorts of histories, and how many of each. A clause whose breaking takes more to notice is not watched well enough.
 */
const SORTS: readonly (readonly [histories: Parameters<typeof histories>[0], numRuns: number])[] = [
  [{ among: ['links', 'payment', 'programmes', 'ownership'] }, 60],
  [{ among: ['bans', 'instruments'] }, 60],
  [{ among: ['notes'] }, 60],
  [{ among: ['fines'] }, 120],
  [{ among: ['links', 'ownership', 'bans'], timed: true }, 120],
  [{ among: ['fines'], timed: true }, 60],
];

/** Histories told to the service as it is, with what the reference fold says of them. */
async function trials(): Promise<readonly Trial[]> {
  const told: Trial[] = [];
  const samples = SORTS.flatMap(([sort, numRuns]) => {
    const sample = fc.sample(fc.tuple(histories(sort), wonderings), { numRuns, seed: 1 });
    return sample.map((each, index) => ({ each, place: index / numRuns }));
  });
  // Taking turns: whatever it is that a mutant gets wrong comes soon.
  samples.sort((a, b) => a.place - b.place);
  for (const [steps, questions] of samples.map(({ each }) => each)) {
    const service = new Service();
    const { log, events, expectations } = await tell(service, steps, questions, new Map());
    told.push({ log, events, expectations });
    await service.close();
  }
  return told;
}

describe('the property of the law', () => {
  const copies = new Copies('test/state/trial.ts');
  let told: readonly Trial[];
  let ofOriginal: Verdict | undefined;
  let ofMutants: readonly Verdict[];

  beforeAll(async () => {
    const entries = [copies.original(), ...MUTANTS.map((mutant, index) => copies.mutant(`mutant-${index}`, mutant))];
    told = await trials();
    const file = join(copies.directory, 'trials.json');
    writeFileSync(file, JSON.stringify(told));
    [ofOriginal, ...ofMutants] = await examineCopies(file, entries);
  }, 300_000);

  afterAll(() => rmSync(copies.directory, { recursive: true, force: true }));

  it('holds here and in an unbroken copy', async () => {
    expect(await firstWrong(told)).toBeUndefined();
    expect(ofOriginal).toBeNull();
  });

  it.each(MUTANTS.map(({ broken }, index) => ({ broken, index })))('fails where $broken', ({ index }) => {
    expect(ofMutants[index]).toEqual({ trial: expect.any(Number), wrong: expect.any(String) });
  });
});
