import { describe, expect, it } from '@jest/globals';
import type { Projection, Sql } from '../../projections/projection.js';
import { Views } from '../../src/projecting/views.js';
import { LOG, recorded } from '../projections/events.js';

const PAGE = [1, 2, 3].map((position) => recorded(position, `development-${position}`));

/** Views of one projection that does this at position 2. */
function viewsDoing(work: (sql: Sql) => void): Views {
  const projection: Projection = {
    name: 'a',
    version: 1,
    tables: 'CREATE TABLE a (position INTEGER PRIMARY KEY)',
    apply({ position }, sql) {
      sql.run('INSERT INTO a VALUES (?)', position);
      if (position === 2) work(sql);
    },
  };
  return Views.open({ directory: ':memory:', log: LOG, projections: [projection] });
}

describe('a statement that fails because of the event parks the projection', () => {
  it.each<[string, (sql: Sql) => void]>([
    ['a value of the wrong type', (sql) => sql.run('INSERT INTO a VALUES (?)', 'two')],
    ['a sum that overflows', (sql) => sql.get('SELECT abs(-9223372036854775808)')],
    ['a text that is no JSON', (sql) => sql.get('SELECT json(?)', '{')],
    ['a value no column takes', (sql) => sql.run('INSERT INTO a VALUES (?)', {} as unknown as string)],
  ])('%s', (_, work) => {
    const views = viewsDoing(work);
    views.apply(PAGE);
    expect(views.parked).toEqual([expect.objectContaining({ projection: 'a', position: 2 })]);
    expect(views.checkpoint).toBe(3);
  });
});

describe('a fault of the storage parks nothing', () => {
  it.each(['FULL', 'IOERR', 'IOERR_WRITE', 'NOMEM', 'BUSY', 'BUSY_SNAPSHOT', 'READONLY', 'CORRUPT', 'CANTOPEN'])(
    'SQLITE_%s',
    (code) => {
      const fault = Object.assign(new Error('not now'), { code: `SQLITE_${code}` });
      const views = viewsDoing(() => {
        throw fault;
      });
      expect(() => views.apply(PAGE)).toThrow(fault);
      expect([views.parked, views.checkpoint, views.last]).toEqual([[], 0, undefined]);
    },
  );
});
