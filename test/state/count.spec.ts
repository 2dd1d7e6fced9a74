import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileMutant, compileOriginal, examineCopies, makeCopiesDirectory, type Verdict } from './copies-count.js';
import { histories } from './histories.js';
import { tell, wonderings } from './law.js';
import { MUTANTS } from './mutants.js';
import { Service } from './service.js';
import { firstWrong, type Trial } from './trial.js';

const SORTS = ['', 'links,payment,programmes,ownership', 'bans,instruments', 'fines', 'notes'];
/** Of each sort. A clause whose breaking takes more histories to notice is not watched well enough. */
const HISTORIES = Number(process.env.N ?? 150);

/** Histories told to the service as it is, with what the reference fold says of them. */
async function trials(): Promise<readonly Trial[]> {
  const told: Trial[] = [];
  const sorts = SORTS.map((x) => histories(x === '' ? {} : {among: x.split(',')})).map((steps) =>
    fc.sample(fc.tuple(steps, wonderings), { numRuns: HISTORIES, seed: 1 }),
  );
  for (const [steps, questions] of sorts.flat()) {
    const service = new Service();
    const { log, events, expectations } = await tell(service, steps, questions, new Map());
    told.push({ log, events, expectations });
    await service.close();
  }
  return told;
}

describe('the property of the law', () => {
  const directory = makeCopiesDirectory();
  let told: readonly Trial[];
  let ofOriginal: Verdict | undefined;
  let ofMutants: readonly Verdict[];

  beforeAll(async () => {
    const original = join(directory, 'original');
    compileOriginal(original);
    const copies = MUTANTS.map((mutant, index) => {
      const copy = join(directory, `mutant-${index}`);
      compileMutant(original, copy, mutant);
      return copy;
    });
    told = await trials();
    const file = join(directory, 'trials.json');
    writeFileSync(file, JSON.stringify(told));
    [ofOriginal, ...ofMutants] = await examineCopies(file, [original, ...copies]);
  }, 3_000_000);

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('counts', () => {
    const sorts = SORTS.length;
    const per = (v: any) => Array.from({length: sorts}, (_, k) => (v as number[]).filter((t) => Math.floor(t / HISTORIES) === k).length).join(' ');
    console.log(SORTS.join(' | ') + '\n' + [['original', per(ofOriginal)], ...MUTANTS.map(({broken}, i) => [broken, per(ofMutants[i])])].map(([a, b]) => b.padEnd(30) + a).join('\n'));
  });
});
