import { describe, expect, it } from '@jest/globals';
import { PROJECTIONS } from '../../projections/index.js';
import { linkedWith, networkAround } from '../../projections/network.js';
import { Views } from '../../src/projecting/views.js';
import { LOG, recorded } from './events.js';

const id = (place: number): string => `00000000-0000-7000-8000-00000000000${place}`;
const told = (place: number, after?: number) =>
  recorded(place, `development-${id(place)}`, {
    type: 'DevelopmentNoted',
    data: {
      title: 'T',
      when: '2020',
      ...(after && { timing: [{ after: id(after) }] }),
      details: { effects: [] },
      sources: [],
    },
  });
const changed = (position: number, place: number, revision: number, type: string) =>
  recorded(position, `development-${id(place)}`, { revision, type, data: { reason: 'r' } });

describe('what hangs together', () => {
  const views = Views.open({ directory: ':memory:', log: LOG, projections: PROJECTIONS });
  views.apply([
    told(1),
    told(2, 1),
    told(3, 1),
    told(4, 3),
    changed(5, 1, 1, 'DevelopmentRetracted'),
    changed(6, 1, 2, 'DevelopmentReinstated'),
  ]);

  it('does so by way of what counts', () => {
    expect(views.parked).toEqual([]);
    expect(linkedWith(views.sql, [2], 4)).toEqual([1, 2, 3, 4]);
    expect(linkedWith(views.sql, [4], 6)).toEqual([1, 2, 3, 4]);
    expect(networkAround(views.sql, [2], 6).nodes.map(({ dev }) => dev)).toEqual([1, 2, 3, 4]);
  });

  it('does not by way of what is retracted, however many were timed after that', () => {
    expect(linkedWith(views.sql, [2], 5)).toEqual([1, 2]);
    expect(linkedWith(views.sql, [4], 5)).toEqual([1, 3, 4]);
    expect(linkedWith(views.sql, [1], 5)).toEqual([1]);
    expect(networkAround(views.sql, [2], 5).nodes.map(({ dev }) => dev)).toEqual([2]);
  });
});
