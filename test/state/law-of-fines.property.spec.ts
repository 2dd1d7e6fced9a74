import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { histories } from './histories.js';
import { lawHolds } from './law.js';
import { PATIENCE, runs } from './runs.js';
import { acceptance } from './telling.js';

describe('the state of any history of fines and their changes', () => {
  const tally = new Map<string, number>();

  it(
    'is what the reference fold says, totals and contradictory dates included, and stays it',
    () => fc.assert(lawHolds(histories({ among: ['fines'] }), tally), runs(400)),
    PATIENCE,
  );

  it('was asked about histories of which most commands were accepted', () => {
    expect(acceptance(tally)).toBeGreaterThan(0.9);
  });
});
