import { describe, expect, it } from '@jest/globals';
import { Occurrences } from '../../src/import/occurrences.js';
import { type ImportContext, readLine, type Statement } from '../../src/import/read-line.js';
import { UnderWay } from '../../src/import/under-way.js';

const context = {
  writing: { recorder: { store: { log: '00000000-0000-7000-8000-000000000000' } } },
  meta: { actor: 'anonymous' },
  dataset: '',
  occurrences: new Occurrences(),
} as unknown as ImportContext;

const read = (line: object): Statement => readLine(Buffer.from(JSON.stringify(line)), context, false) as Statement;

/** Whether the second of two lines is decided only once the first is. */
function waits(first: object, second: object): boolean {
  const underWay = new UnderWay();
  underWay.add(read(first).names, Promise.resolve());
  return underWay.among(read(second).touches).length > 0;
}

const correction = (of: string, changes: object): object => ({ correction: { of, changes, reason: 'r' } });
const retraction = (of: string): object => ({ retraction: { of, reason: 'r' } });
const reinstatement = (of: string): object => ({ reinstatement: { of, reason: 'r' } });
const timed = (ref: string): object => ({ development: { ref, timing: [{ after: 'z' }] } });

describe('a line waits for those before it', () => {
  it.each([
    [correction('a', { title: 'A' }), correction('b', { note: 'B' })],
    [correction('a', { title: 'A' }), timed('b')],
    [timed('a'), correction('b', { title: 'B', matter: null })],
    [retraction('a'), retraction('b')],
    [retraction('a'), correction('b', { title: 'B' })],
    [{ source: { of: 'a' } }, retraction('b')],
  ])('not where neither can tell: %j, %j', (first, second) => {
    expect(waits(first, second)).toBe(false);
  });

  it.each([
    [retraction('a'), timed('b')],
    [timed('a'), retraction('b')],
    [retraction('a'), correction('b', { when: '2020' })],
    [correction('a', { timing: null }), correction('b', { details: {} })],
    [reinstatement('a'), retraction('b')],
    [retraction('a'), reinstatement('b')],
    [retraction('a'), correction('a', { title: 'A' })],
    [correction('a', { title: 'A' }), { source: { of: 'a' } }],
  ])('where what it may do to dates, or to the same development, decides: %j, %j', (first, second) => {
    expect(waits(first, second)).toBe(true);
  });
});

describe('what is under way', () => {
  it('is all that has a name and has not settled, not only the last of it', async () => {
    const underWay = new UnderWay();
    let settle = (): void => undefined;
    const first = new Promise<void>((resolve) => {
      settle = resolve;
    });
    underWay.add(['a'], first);
    underWay.add(['a', 'b'], Promise.resolve());
    let waited = false;
    const waiting = Promise.all(underWay.among(['a'])).then(() => {
      waited = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect([waited, underWay.among(['b'])]).toEqual([false, []]);
    settle();
    await waiting;
    await new Promise((resolve) => setImmediate(resolve));
    expect(underWay.among(['a'])).toEqual([]);
  });
});
