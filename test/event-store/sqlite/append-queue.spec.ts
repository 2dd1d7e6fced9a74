import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type PreparedAppend, prepareAppend } from '../../../src/event-store/prepared-append.js';
import { AppendQueue } from '../../../src/event-store/sqlite/append-queue.js';
import { sealed } from '../sealed.js';

const LOG = '7d8aa1f5-5f8c-4c53-8a3f-4f6a3f6d6f10';

/** A queue over a store that only counts, and a clock that is set by hand. */
function counting() {
  const written: string[][] = [];
  const clock = { now: 0 };
  let position = 0;
  const queue = new AppendQueue(
    async (appends) => {
      written.push(appends.map(({ stream }) => stream));
      return appends.map(() => ({ revision: 0, position: ++position, recordedAt: '2026-11-21T09:00:00.000Z' }));
    },
    () => clock.now,
  );
  return { queue, written, clock };
}

const append = (stream: string): PreparedAppend => prepareAppend(LOG, stream, -1, [sealed(LOG, stream, 0)]);

describe('appends that wait together', () => {
  it('share one transaction if they come in one turn of the event loop', async () => {
    const { queue, written } = counting();
    const appended = ['a', 'b', 'c'].map((stream) => queue.add(append(stream)));
    expect(written).toEqual([]);
    expect((await Promise.all(appended)).map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(written).toEqual([['a', 'b', 'c']]);
  });

  it('do not wait for the end of a turn that takes long', async () => {
    const { queue, written, clock } = counting();
    const [a, b] = [queue.add(append('a')), queue.add(append('b'))];
    clock.now = 5;
    const c = queue.add(append('c'));
    expect(written).toEqual([['a', 'b', 'c']]);
    const d = queue.add(append('d'));
    expect(written).toHaveLength(1);
    await Promise.all([a, b, c, d]);
    await nextTurn();
    expect(written).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('wait for the end of a long turn if all of them are patient', async () => {
    const { queue, written, clock } = counting();
    const patient = [queue.add(append('a'), true)];
    clock.now = 100;
    patient.push(queue.add(append('b'), true));
    expect(written).toEqual([]);
    await Promise.all(patient);
    expect(written).toEqual([['a', 'b']]);
  });

  it('fill a transaction, and begin the next, however patient they are', async () => {
    const { queue, written } = counting();
    const appended = Array.from({ length: 513 }, () => queue.add(append('a'), true));
    expect(written.map(({ length }) => length)).toEqual([512]);
    await Promise.all(appended);
    expect(written.map(({ length }) => length)).toEqual([512, 1]);
  });

  it('are stored at once when the store is to be closed', async () => {
    const { queue, written } = counting();
    void queue.add(append('a'));
    const drained = queue.drain();
    expect(written).toEqual([['a']]);
    await drained;
  });

  it('wait together while two groups are being written, however many turns that takes', async () => {
    const sizes: number[] = [];
    const held: (() => void)[] = [];
    const queue = new AppendQueue(async (appends) => {
      sizes.push(appends.length);
      await new Promise<void>((resolve) => held.push(resolve));
      return appends.map((_, index) => ({ revision: 0, position: index + 1, recordedAt: '2026-11-21T09:00:00.000Z' }));
    });
    const appended: Promise<unknown>[] = [];
    for (let each = 0; each < 12; each++) {
      appended.push(queue.add(append('a')));
      await nextTurn();
    }
    expect(sizes).toEqual([1, 1]);
    while (sizes.length < 3 || held.length > 0) {
      held.shift()?.();
      await nextTurn();
    }
    await Promise.all(appended);
    expect(sizes).toEqual([1, 1, 10]);
  });

  it('are refused once more wait than can be of use to anybody, and nothing of those is stored', async () => {
    const queue = new AppendQueue(() => new Promise(() => undefined));
    const one = append('a');
    const refused: unknown[] = [];
    for (let each = 0; each < 512 * 18; each++) queue.add(one, true).catch((error) => refused.push(error));
    await nextTurn();
    expect(refused).toEqual([]);
    await expect(queue.add(one)).rejects.toThrow('too much waits to be written to the log');
  });

  it('are handed over while others are being written, and all are answered for before the store is closed', async () => {
    const held: (() => void)[] = [];
    const queue = new AppendQueue(async (appends) => {
      await new Promise<void>((resolve) => held.push(resolve));
      return appends.map((_, index) => ({ revision: 0, position: index + 1, recordedAt: '2026-11-21T09:00:00.000Z' }));
    });
    const answered: string[] = [];
    void queue.add(append('a')).then(() => answered.push('a'));
    await nextTurn();
    void queue.add(append('b')).then(() => answered.push('b'));
    const drained = queue.drain().then(() => answered.push('drained'));
    expect(held).toHaveLength(2);
    await nextTurn();
    expect(answered).toEqual([]);
    for (const release of held) release();
    await drained;
    expect(answered).toEqual(['a', 'b', 'drained']);
  });
});
