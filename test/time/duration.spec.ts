import { describe, expect, it } from '@jest/globals';
import { daysInWords, formatDuration, parseDuration } from '../../src/time/duration.js';

describe('a duration', () => {
  it.each([
    ['P0D', 0],
    ['P1D', 1],
    ['P0013D', 13],
    ['P3W', 21],
    ['P0W', 0],
    ['P3652058D', 3_652_058],
  ])('%s is %i days', (text, days) => {
    expect(parseDuration(text)).toBe(days);
  });

  it.each([
    ['', 'write it as "P2D" or "P3W"'],
    ['2', 'write it as'],
    ['2D', 'write it as'],
    ['P2', 'write it as'],
    ['PD', 'write it as'],
    ['p2d', 'write it as'],
    ['P2D ', 'write it as'],
    ['P1.5D', 'write it as'],
    ['P٣D', 'write it as'],
    ['-P2D', 'has a sign'],
    ['+P2D', 'has a sign'],
    ['PT48H', 'not of whole days'],
    ['P2DT1H', 'not of whole days'],
    ['P1M', 'months and years'],
    ['P1Y2M3D', 'months and years'],
    ['P1W2D', 'write "P9D"'],
    ['P3652059D', 'longer than the calendar'],
    ['P521723W', 'longer than the calendar'],
    [`P${'9'.repeat(400)}D`, 'longer than the calendar'],
  ])('is refused as %j, saying what to write instead', (text, why) => {
    expect(() => parseDuration(text)).toThrow(why);
    expect(() => parseDuration(text)).toThrow(JSON.stringify(text));
  });

  it('is written in days', () => {
    expect(formatDuration(parseDuration('P3W'))).toBe('P21D');
    expect([0, 1, 2].map(daysInWords)).toEqual(['0 days', '1 day', '2 days']);
  });
});
