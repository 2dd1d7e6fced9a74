import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { histories } from './histories.js';
import { lawHolds } from './law.js';
import { PATIENCE, runs } from './runs.js';
import { acceptance } from './telling.js';

describe('the state of any history of effects with dates of their own', () => {
  const tally = new Map<string, number>();
  const among = ['bans', 'instruments', 'notes'];

  it(
    'is what the reference fold says, retroactive and free dates included, and stays it',
    () => fc.assert(lawHolds(histories({ among }), tally), runs(300)),
    PATIENCE,
  );

  it('was asked about histories of which nearly every command was accepted', () => {
    expect(acceptance(tally)).toBeGreaterThan(0.95);
  });
});
