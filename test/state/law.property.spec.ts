import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { histories } from './histories.js';
import { lawHolds } from './law.js';
import { PATIENCE, runs } from './runs.js';
import { acceptance } from './telling.js';

describe('the state of any history, for any day and position', () => {
  const tally = new Map<string, number>();

  it(
    'is what the reference fold says, whole, filtered, page by page and fact by fact, and stays it',
    () => fc.assert(lawHolds(histories(), tally), runs(400)),
    PATIENCE,
  );

  it('was asked about histories of which nearly every command was accepted', () => {
    expect(acceptance(tally)).toBeGreaterThan(0.95);
  });
});
