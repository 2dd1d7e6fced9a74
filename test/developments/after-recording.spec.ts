import { describe, expect, it } from '@jest/globals';
import { ifTold } from '../../src/developments/after-recording.js';
import { Refusal } from '../../src/refusal.js';

describe('what the views tell of what was just recorded', () => {
  it('is told where they can', async () => {
    expect(await ifTold(Promise.resolve(['a warning']), [])).toEqual(['a warning']);
  });

  it('is left out where they are built anew just then: it is recorded all the same', async () => {
    const behind = new Refusal('views-behind', 'The views were found damaged.');
    expect(await ifTold(Promise.reject(behind), [])).toEqual([]);
  });

  it('is not left out because of a defect', async () => {
    await expect(ifTold(Promise.reject(new Error('a defect')), [])).rejects.toThrow('a defect');
    await expect(ifTold(Promise.reject(new Refusal('log-unavailable', 'Gone.')), [])).rejects.toThrow('Gone.');
  });
});
