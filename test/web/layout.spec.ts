import { describe, expect, test } from '@jest/globals';
import type { Development } from '../../web/asking/answers.js';
import { dayNumber } from '../../web/time/days.js';
import { evenScale } from '../../web/time/scale.js';
import { barOf, densityOf, lanesOf, placed } from '../../web/timeline/layout.js';

const YEAR = evenScale(dayNumber('2021-01-01'), dayNumber('2021-12-31'));

const development = (id: string, stated: Partial<Development> = {}): Development => ({
  id,
  revision: 0,
  position: '1',
  recordedAt: '2026-11-21T09:00:00.000Z',
  kind: 'StatementMade',
  title: id,
  summary: id,
  when: '2021-06-01',
  earliest: '2021-06-01',
  latest: '2021-06-01',
  timing: [],
  details: { party: 'acme', about: 'x', gist: 'y' },
  sources: [],
  retracted: false,
  ...stated,
});

describe('a bar', () => {
  test('covers every day on which it may have been, the last one whole', () => {
    const bar = barOf({ earliest: '2021-01-01', latest: '2021-01-31' }, YEAR);
    expect(bar.from).toBe(0);
    expect(bar.to).toBeCloseTo(31 / 364, 10);
    expect([bar.opensLeft, bar.opensRight]).toEqual([false, false]);
  });

  test('fades where nobody said since when, or until when', () => {
    expect(barOf({ earliest: '0001-01-01', latest: '2021-03-01' }, YEAR).opensLeft).toBe(true);
    expect(barOf({ earliest: '2021-03-01', latest: '9999-12-31' }, YEAR).opensRight).toBe(true);
  });

  test('has its words where there is room for them', () => {
    expect(barOf({ earliest: '2021-01-01', latest: '2021-11-01' }, YEAR).label).toBe('inside');
    expect(barOf({ earliest: '2021-02-01', latest: '2021-02-01' }, YEAR).label).toBe('after');
    expect(barOf({ earliest: '2021-12-01', latest: '2021-12-01' }, YEAR).label).toBe('before');
  });
});

describe('lanes', () => {
  const some = [
    development('a', { matter: 'one' }),
    development('b'),
    development('c', { matter: 'two', details: { authority: 'miit', attendees: [], topics: [] } }),
    development('d', { matter: 'one' }),
  ];

  test('are one for each matter, those of none last', () => {
    expect(lanesOf(some, 'matter').map(({ key, developments }) => [key, developments.map(({ id }) => id)])).toEqual([
      ['one', ['a', 'd']],
      ['two', ['c']],
      ['', ['b']],
    ]);
  });

  test('are one for each authority', () => {
    expect(lanesOf(some, 'authority').map(({ key }) => key)).toEqual(['miit', '']);
  });

  test('stand one below the other, each below its name', () => {
    const { top, height } = placed(lanesOf(some, 'matter'), { head: 40, row: 10 });
    expect([top.get('a'), top.get('d'), top.get('c'), top.get('b')]).toEqual([40, 50, 100, 150]);
    expect(height).toBe(160);
  });
});

test('the density of a month counts what may have happened in it at last', () => {
  const some = [
    development('a'),
    development('b', { latest: '2021-06-30' }),
    development('c', { latest: '2021-07-01' }),
    development('d', { latest: '2030-01-01' }),
  ];
  expect([...densityOf(some, YEAR)]).toEqual([
    ['2021-06', 2],
    ['2021-07', 1],
  ]);
});

test('the density of a short span is told day by day', () => {
  const june = evenScale(dayNumber('2021-06-01'), dayNumber('2021-06-30'));
  expect([...densityOf([development('a'), development('b')], june)]).toEqual([['2021-06-01', 2]]);
});
