import { describe, expect, it } from '@jest/globals';
import type { Standing } from '../../projections/law/standing.js';
import type { Said } from '../../src/state/why/follower.js';
import { reasonText } from '../../src/state/why/reason.text.js';
import { type Day, MAX_DAY, MIN_DAY, parseDay } from '../../src/time/day.js';

const day = (text: string): Day => parseDay(text) as Day;
const THEN = day('2021-09-15');

/** An assertion about links. */
const said = (place: number, value: string, range: readonly [Day, Day], standing: Partial<Standing> = {}): Said => ({
  place,
  assertion: { development: `dev-${place}`, order: place, node: place, value },
  standing: {
    range: { development: `dev-${place}`, earliest: range[0], latest: range[1] },
    counts: 'no',
    come: 'yes',
    followers: [],
    bonds: [],
    contradictory: false,
    ...standing,
  },
});
const reason = (own: Said, ...followers: readonly Said[]): string => reasonText('links', THEN, own, followers);

const EARLY = [day('2012-01-01'), day('2012-12-31')] as const;
const AROUND = [day('2021-09-11'), day('2021-09-18')] as const;

describe('why an assertion counts or not, in words', () => {
  it('names each of those of which one or another came after it, equal ones once', () => {
    const followers = [said(1, 'allowed', AROUND), said(2, 'blocked', AROUND), said(3, 'allowed', AROUND)];
    expect(reason(said(0, 'blocked', EARLY), ...followers)).toBe(
      'superseded: after it, by 2021-09-15 at the latest, links had been allowed, or links had been blocked again',
    );
  });

  it('of what may not have happened says that if it had, it was superseded', () => {
    const maybe = said(0, 'blocked', AROUND, { come: 'maybe' });
    expect(reason(maybe, said(1, 'allowed', [day('2021-09-15'), day('2021-09-15')]))).toBe(
      'superseded, if it had happened by then at all: by 2021-09-15, links had been allowed',
    );
    expect(reason(maybe, said(1, 'allowed', AROUND))).toBe(
      'superseded, if it had happened by then at all: in that case links had been allowed after it, by then as well',
    );
  });

  it('says where what binds its date is contradictory', () => {
    expect(reason(said(0, 'blocked', EARLY, { counts: 'definite', contradictory: true }))).toBe(
      'holds: by 2012-12-31 at the latest, links had been blocked, and nothing recorded had changed that; ' +
        'what was recorded of how its date lies to others is contradictory, so only the dates themselves were looked at',
    );
  });

  it.each([
    [[MIN_DAY, AROUND[1]], 'its day is 2021-09-18 or before'],
    [[AROUND[0], MAX_DAY], 'its day is 2021-09-11 or later'],
    [AROUND, 'its day lies between 2021-09-11 and 2021-09-18'],
  ] as const)('never names the ends of the calendar as bounds: %j', (range, text) => {
    expect(reason(said(0, 'blocked', range, { counts: 'possible', come: 'maybe' }))).toBe(
      `may have happened by then: ${text}`,
    );
  });

  it('names two of those that may have come after it, and that there are more', () => {
    const open: Partial<Standing> = { counts: 'possible', come: 'maybe' };
    const followers = ['allowed', 'throttled', 'taxed'].map((value, index) => {
      return said(index + 1, value, [AROUND[0] + index, AROUND[1]], open);
    });
    expect(reason(said(0, 'blocked', [MIN_DAY, EARLY[1]], { counts: 'possible' }), ...followers)).toBe(
      'may have been superseded: from 2021-09-11 on, links may have been allowed, ' +
        'or from 2021-09-12 on, links may have become "throttled", or otherwise',
    );
  });
});
