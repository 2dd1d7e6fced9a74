import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Projection } from '../../projections/projection.js';
import { Views } from '../../src/projecting/views.js';
import { LOG, recorded } from './events.js';

/** Notes the position of every event, and throws after it has noted those it is told to. */
function noting(name: string, { throwsAt = () => undefined, reads }: Partial<Noting> = {}): Projection {
  return {
    name,
    version: 1,
    reads,
    tables: `CREATE TABLE ${name} (position INTEGER PRIMARY KEY, one INTEGER UNIQUE)`,
    apply({ position }, sql) {
      sql.run(`INSERT INTO ${name} VALUES (?, NULL)`, position);
      const error = throwsAt(position);
      if (error) throw error;
    },
  };
}
interface Noting {
  readonly throwsAt: (position: number) => Error | undefined;
  readonly reads: readonly string[];
}

const at = (...positions: readonly number[]) => ({
  throwsAt: (position: number) => (positions.includes(position) ? new Error(`not ${position}`) : undefined),
});

const open = (projections: readonly Projection[], directory = ':memory:'): Views =>
  Views.open({ directory, log: LOG, projections });

const page = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => recorded(from + index, `development-${from + index}`));

const noted = (views: Views, name: string): readonly number[] =>
  views.sql.all<{ position: number }>(`SELECT position FROM ${name} ORDER BY position`).map(({ position }) => position);

describe('a projection that cannot handle an event', () => {
  it('parks at its position, with nothing of that event in its view', () => {
    const views = open([noting('a', at(3))]);
    views.apply(page(1, 5));
    expect(views.parked).toEqual([{ projection: 'a', position: 3, error: 'Error: not 3' }]);
    expect(noted(views, 'a')).toEqual([1, 2]);
  });

  it('is not skipped: what comes later never reaches it, in that page or another', () => {
    const views = open([noting('a', at(3))]);
    views.apply(page(1, 5));
    views.apply(page(6, 7));
    expect(noted(views, 'a')).toEqual([1, 2]);
    expect(views.parked).toEqual([expect.objectContaining({ position: 3 })]);
  });

  it('leaves the others going on, and the checkpoint with them', () => {
    const views = open([noting('before'), noting('a', at(3)), noting('after')]);
    views.apply(page(1, 5));
    expect(noted(views, 'before')).toEqual([1, 2, 3, 4, 5]);
    expect(noted(views, 'after')).toEqual([1, 2, 3, 4, 5]);
    expect(views.checkpoint).toBe(5);
  });

  it('parks those that read it at the same position, and those that read them', () => {
    const views = open([
      noting('a', at(3)),
      noting('reader', { reads: ['a'] }),
      noting('other'),
      noting('reader2', { reads: ['other', 'reader'] }),
    ]);
    views.apply(page(1, 5));
    expect(views.parked).toEqual([
      { projection: 'a', position: 3, error: 'Error: not 3' },
      { projection: 'reader', position: 3, error: 'Error: it reads a, which is parked' },
      { projection: 'reader2', position: 3, error: 'Error: it reads reader, which is parked' },
    ]);
    expect(noted(views, 'reader')).toEqual([1, 2]);
    expect(noted(views, 'other')).toEqual([1, 2, 3, 4, 5]);
  });

  it('parks those that read it also where they are parked in a later page', () => {
    const views = open([noting('a', at(3)), noting('reader', { reads: ['a'] })]);
    for (const event of page(1, 5)) views.apply([event]);
    expect(views.parked.map(({ projection, position }) => [projection, position])).toEqual([
      ['a', 3],
      ['reader', 3],
    ]);
  });

  it('parks each at its own position where several cannot go on', () => {
    const views = open([noting('a', at(4)), noting('b', at(2)), noting('c', at(2, 3))]);
    views.apply(page(1, 5));
    expect(views.parked.map(({ projection, position }) => [projection, position])).toEqual([
      ['b', 2],
      ['c', 2],
      ['a', 4],
    ]);
    expect([noted(views, 'a'), noted(views, 'b'), noted(views, 'c')]).toEqual([[1, 2, 3], [1], [1]]);
  });

  it('parks where it breaks a rule of its own tables', () => {
    const clashing: Projection = {
      ...noting('a'),
      apply: ({ position }, sql) => sql.run('INSERT INTO a VALUES (?, 1)', position),
    };
    const views = open([clashing]);
    views.apply(page(1, 3));
    expect(views.parked).toEqual([expect.objectContaining({ projection: 'a', position: 2 })]);
  });

  it('is still parked when the views are opened again', () => {
    const directory = mkdtempSync(join(tmpdir(), 'parking-'));
    try {
      const first = open([noting('a', at(3))], directory);
      first.apply(page(1, 4));
      first.close();
      const again = open([noting('a')], directory);
      again.apply(page(5, 6));
      expect(again.parked).toEqual([{ projection: 'a', position: 3, error: 'Error: not 3' }]);
      expect(noted(again, 'a')).toEqual([1, 2]);
      again.close();
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

describe('a fault of the storage', () => {
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });

  it('parks nothing: the page is not applied, and is once the fault is gone', () => {
    let faulty = true;
    const views = open([noting('a'), noting('b', { throwsAt: (n) => (faulty && n === 3 ? full : undefined) })]);
    expect(() => views.apply(page(1, 5))).toThrow(full);
    expect([views.parked, views.checkpoint, noted(views, 'a')]).toEqual([[], 0, []]);
    faulty = false;
    views.apply(page(1, 5));
    expect([views.parked, views.checkpoint]).toEqual([[], 5]);
    expect([noted(views, 'a'), noted(views, 'b')]).toEqual([
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
    ]);
  });

  it('undoes what was parked in the same page, which is then parked again and kept so', () => {
    let faulty = true;
    const directory = mkdtempSync(join(tmpdir(), 'parking-'));
    const projections = [noting('a', at(2)), noting('b', { throwsAt: (n) => (faulty && n === 3 ? full : undefined) })];
    try {
      const views = open(projections, directory);
      expect(() => views.apply(page(1, 4))).toThrow(full);
      expect(views.parked).toEqual([]);
      faulty = false;
      views.apply(page(1, 4));
      expect(views.parked).toEqual([{ projection: 'a', position: 2, error: 'Error: not 2' }]);
      expect([noted(views, 'a'), noted(views, 'b')]).toEqual([[1], [1, 2, 3, 4]]);
      views.close();
      const again = open(projections, directory);
      expect(again.parked).toEqual([{ projection: 'a', position: 2, error: 'Error: not 2' }]);
      again.close();
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
