import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DevelopmentAnswer } from '../../src/timeline/development.query.js';
import { fine, fineChange, meeting, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';
import { development, statuses, summary } from './results.js';

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

const on = (ref: string, when: string, ...timing: readonly object[]): object =>
  development(meeting(when, { title: ref, timing }), ref);
const correction = (of: string, changes: object, reason = 'r'): object => ({ correction: { of, changes, reason } });
const header = (dataset: string): object => ({ import: { dataset } });

describe('the same file again', () => {
  it('does not record what was refused and was overtaken by a later line: the later one stays', async () => {
    const file = [
      header('overtaken'),
      on('m', '2020-03-10'),
      on('a', '2020-03', { after: 'm' }),
      correction('a', { when: '2020-03-05' }, 'A first guess.'),
      correction('a', { when: '2020-03-20', timing: [] }, 'The second, right.'),
    ];
    const results = await client.import(file);
    expect(statuses(results).slice(3)).toEqual(['contradictory-timing', 'recorded']);
    const again = await client.import(file);
    expect(statuses(again)).toEqual(['unchanged', 'unchanged', 'unchanged', 'stale-line', 'unchanged']);
    expect(again[3]?.problem?.detail).toContain('Line 5, which comes after this one, is recorded already');
    const { body } = await client.get<DevelopmentAnswer>(`/v1/developments/${results[2]?.id}`);
    expect(body.when).toBe('2020-03-20');
  });

  it('does not record what only a later line about something else made room for', async () => {
    const file = [
      header('made room'),
      on('m', '2020-03-10'),
      on('a', '2020-03', { after: 'm' }),
      correction('a', { when: '2020-03-05' }),
      on('b', '2020-03-06', { after: 'm' }),
      correction('m', { when: '2020-03-01' }),
      { retraction: { of: 'm', reason: 'r' } },
    ];
    expect(statuses(await client.import(file)).slice(3)).toEqual([
      'contradictory-timing',
      'contradictory-timing',
      'recorded',
      'recorded',
    ]);
    expect(statuses(await client.import(file))).toEqual([
      ...['unchanged', 'unchanged', 'unchanged', 'stale-line', 'stale-line', 'unchanged', 'unchanged'],
    ]);
  });

  it.each(['', '?dryRun=true'])('records nothing, whatever was refused at first%s', async (parameters) => {
    for (let seed = 1; seed <= 6; seed++) {
      const file = [header(`random ${seed}${parameters}`), ...randomLines(seed)];
      const results = await client.import(file);
      expect(results.at(-1)?.summary?.refused).toBeGreaterThan(0);
      expect(statuses(await client.import(file, parameters))).not.toContain('recorded');
    }
  });
});

describe('a line that was refused', () => {
  it('is decided anew at the end of the file, or in one of its own', async () => {
    const first = [
      header('anew'),
      on('m', '2020-03-10'),
      on('a', '2020-03', { after: 'm' }),
      correction('a', { when: '2020-03-05' }),
      correction('m', { when: '2020-03-01' }),
    ];
    await client.import(first);
    const [, , , guess] = first;
    expect(statuses(await client.import([...first, correction('a', { when: '2020-03-06' })])).at(-1)).toBe('recorded');
    expect(statuses(await client.import([header('anew'), guess as object]))).toEqual(['unchanged', 'recorded']);
  });

  it('is decided anew where nothing after it had to do with it', async () => {
    const lines = (title: string) => [
      header('elsewhere'),
      on('a', '2020-03'),
      on('b', '2020-03'),
      correction('a', { title }),
      correction('b', { title: 'B' }),
      correction('b', { when: '2020-03-05' }),
    ];
    expect(statuses(await client.import(lines('')))[3]).toBe('invalid-development');
    expect((await client.import(lines('A'))).at(-1)).toEqual(summary(6, 1, 5, 0));
  });
});

describe('changes of what earlier imports recorded', () => {
  it('are recorded after what others changed meanwhile', async () => {
    const [, { id } = {}] = await client.import([header('others'), on('m', '2020-03')]);
    const key = { 'idempotency-key': 'k' };
    await client.post(`/v1/developments/${id}/corrections`, { changes: { title: 'M' }, reason: 'r' }, key);
    await client.import([header('others'), correction('m', { title: 'N' })]);
    const results = await client.import([header('others'), correction('m', { when: '2020-03-02' }), on('n', '2020')]);
    expect(statuses(results)).toEqual(['unchanged', 'recorded', 'recorded']);
  });
});

/** Developments timed after one another, changed in every way, many of them in vain. */
function randomLines(seed: number): readonly object[] {
  let state = seed;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const refs: string[] = [];
  const fines: string[] = [];
  const day = (): string => `2020-01-1${below(6)}`;
  const one = (): string => refs[below(refs.length)] ?? 'none';
  const timing = (): readonly object[] =>
    [...new Set(Array.from({ length: refs.length === 0 ? 0 : below(3) }, one))].map((after) => ({
      after,
      ...(below(2) === 0 && { atMost: 'P1D' }),
    }));
  return Array.from({ length: 50 }, (_, index) => {
    const sort = refs.length < 3 ? 0 : below(10);
    const reason = `r${index}`;
    if (sort < 4) {
      const ref = `d${index}`;
      const more = { title: ref, timing: timing() };
      const of = fines[below(fines.length)];
      refs.push(ref);
      if (sort === 0) {
        fines.push(ref);
        return development(fine('alibaba', day(), usd('5'), more), ref);
      }
      if (sort === 1 && of) return development(fineChange(of, day(), usd('4'), more), ref);
      return development(meeting(day(), more), ref);
    }
    if (sort < 7) return correction(one(), { when: day(), ...(below(2) === 0 && { timing: timing() }) }, reason);
    if (sort === 7) return { retraction: { of: one(), reason } };
    if (sort === 8) return { reinstatement: { of: one(), reason } };
    return { source: { of: one(), publisher: 'P', title: reason } };
  });
}
