import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayFrom, dayOfInstant, formatDay, lengthOfMonth, MAX_DAY, MIN_DAY, parseDay } from '../../src/time/day.js';

const anyDay = fc.integer({ min: MIN_DAY, max: MAX_DAY });

describe('a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2021-09-09', 18_879],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('%s is day %i, counted from 1970-01-01', (text, day) => {
    expect(parseDay(text)).toBe(day);
    expect(formatDay(day)).toBe(text);
  });

  it('survives being written and read', () => {
    fc.assert(fc.property(anyDay, (day) => parseDay(formatDay(day)) === day));
  });

  it('is followed by the next day, through every month of four centuries', () => {
    let expected = dayFrom(1799, 12, 31);
    for (let year = 1800; year < 2200; year++) {
      for (let month = 1; month <= 12; month++) {
        for (let dayOfMonth = 1; dayOfMonth <= lengthOfMonth(year, month); dayOfMonth++) {
          expected++;
          if (dayFrom(year, month, dayOfMonth) !== expected) throw new Error(`${year}-${month}-${dayOfMonth}`);
        }
      }
    }
    expect(formatDay(expected)).toBe('2199-12-31');
  });

  it('sorts as its text does', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === formatDay(a) < formatDay(b)));
  });

  it.each(['', '2021', '2021-09', '2021-9-9', '20210909', '2021-09-09Z', ' 2021-09-09', '2021-09-09\n', '2021-09-XX'])(
    'is not read from %j, which is not YYYY-MM-DD',
    (text) => expect(parseDay(text)).toBeUndefined(),
  );

  it.each(['2021-02-29', '1900-02-29', '2021-04-31', '2021-13-01', '2021-00-01', '2021-01-00', '0000-12-31'])(
    'is not read from %s, which the calendar has not',
    (text) => expect(parseDay(text)).toBeUndefined(),
  );

  it.each([MIN_DAY - 1, MAX_DAY + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('cannot be %d', (day) => {
    expect(() => formatDay(day)).toThrow(RangeError);
  });
});

describe('the day of an instant', () => {
  it.each([
    ['2021-09-09T00:00:00Z', '2021-09-09'],
    ['2021-09-09T23:59:59.999Z', '2021-09-09'],
    ['2016-12-31T23:59:60Z', '2016-12-31'],
    ['2021-09-09T07:59:59+08:00', '2021-09-08'],
    ['2021-09-09T08:00:00+08:00', '2021-09-09'],
    ['2021-12-31T20:00:00-05:00', '2022-01-01'],
    ['2021-09-09t10:00:00z', '2021-09-09'],
  ])('%s is the UTC day %s', (instant, day) => expect(formatDay(dayOfInstant(instant))).toBe(day));

  it('agrees with Date', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(formatDay(dayOfInstant(date.toISOString()))).toBe(date.toISOString().slice(0, 10));
        },
      ),
    );
  });

  it.each([
    '2021-09-09',
    '2021-09-09T10:00:00',
    '2021-09-09T10:00Z',
    '2021-02-30T10:00:00Z',
    '2021-09-09T24:00:00Z',
    '2021-09-09T10:60:00Z',
    '2021-09-09T10:00:00+24:00',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:00:00-01:00',
    'now',
  ])('is refused for %s', (text) => expect(() => dayOfInstant(text)).toThrow(RangeError));
});
