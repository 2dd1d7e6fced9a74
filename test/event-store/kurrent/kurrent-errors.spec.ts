import { describe, expect, it } from '@jest/globals';
import { AppendTooLarge, LogDamaged, LogUnavailable } from '../../../src/event-store/errors.js';
import { asLogError, isPassing, isTooSlow, NotInTime } from '../../../src/event-store/kurrent/kurrent-errors.js';

const thrown = (members: object): Error => Object.assign(new Error('14 UNAVAILABLE: read ECONNRESET'), members);

describe('what the client throws', () => {
  it.each([
    ['an outage, typed', { type: 'unavailable', code: 14 }],
    ['an outage, later on, untyped', { code: 14, details: 'No connection established' }],
    ['a server that was told to stop', { type: 'unknown', code: 2 }],
    ['a deadline', { type: 'deadline-exceeded' }],
    ['another leader', { type: 'not-leader' }],
  ])('passes by and is "unavailable" for %s', (_, members) => {
    expect(isPassing(thrown(members))).toBe(true);
    expect(asLogError(thrown(members), 'esdb://host')).toBeInstanceOf(LogUnavailable);
  });

  it.each([
    ['a deleted stream', { type: 'stream-deleted' }, LogDamaged],
    ['a user who may not', { type: 'access-denied', code: 7 }, LogUnavailable],
    ['too much at once', { type: 'maximum-append-size-exceeded', maxAppendSize: 1_024 }, AppendTooLarge],
  ])('does not pass by for %s', (_, members, expected) => {
    expect(isPassing(thrown(members))).toBe(false);
    expect(asLogError(thrown(members), 'esdb://host')).toBeInstanceOf(expected);
  });

  it('is left as it is where it is a defect of this program', () => {
    const defect = new TypeError('undefined is not a function');
    expect(asLogError(defect, 'esdb://host')).toBe(defect);
    expect(isPassing(defect)).toBe(false);
  });

  it('says that a subscriber was too slow in words only', () => {
    expect(isTooSlow({ type: 'timeout', message: '10 ABORTED: … Consumer too slow to handle event while live.' })).toBe(
      true,
    );
    expect(isTooSlow({ type: 'timeout', message: 'something else' })).toBe(false);
    expect(isPassing(new NotInTime(5))).toBe(true);
  });
});
